"""Invented people: names that nobody has, friendly to read, the same every time."""

from collections.abc import Iterator

GIVEN = (
    "Bjørk Gran Rogn Selje Osp Hegg Lind Alm Or Einer Furu Lønn Hassel Pil Krans Kløver Tindra Solveig-Ås Lyng Mose "
    "Bregne Tyri Kongle Nyper Timian Kvann Marikåpe Rødkløver Blåveis Hvitveis Symre Konvall Valmue Ringblom Løvetann "
    "Havre Rug Bygg Raps Lin Ert Nepe Dill Karve Siv Starr Takrør Myrull Vier Rips Solbær Bringe Tyttebær Multe Krekling "
    "Skjære Trost Stær Lerke Linerle Gjøk Orre Tiur Rype Spove Vipe Hegre Svale Ugle Falk"
).split()
FAMILY = (
    "Barnål Grantopp Enghaug Åkerkant Skogbryn Bekkefar Myrdrag Steinrøys Låvebru Stabbursvik Gjerdegrind Potetåker "
    "Kornbånd Høyhesje Fjøsdør Seterbu Tømmervelte Vedskjul Rotvelte Stubberyd Tretopp Bladfall Kvistdal Lauvli Nybrott "
    "Plogfure Harvspor Såmaskin Traktormo Melkespann Ullsekk Bikubehei Honningås Epleslang Plommedal Kirsebærhaug "
    "Gulrotmo Kålåker Rotnes-Vik Drivhusbakken Frøpose Gjødselås Jordnær Leirfall Sandtangen Grusvei Kløvsti Utsikten"
).split()


def names(start: int) -> Iterator[tuple[str, str]]:
    """Give names without end, from a place in the order; two neighbours never share a family name."""
    number = start
    while True:
        yield GIVEN[number % len(GIVEN)], FAMILY[(number * 7 + number // len(GIVEN)) % len(FAMILY)]
        number += 1
