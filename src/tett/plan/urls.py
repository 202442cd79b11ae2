"""Where the plan lives."""

from django.urls import include, path

from tett.plan.views import papers, public, read_in, reading, review

signed_in_patterns = [
    path("", reading.in_force, name="in_force"),
    path("min-rolle/", reading.my_role, name="my_role"),
    path("les-inn/", read_in.read_in, name="read_in"),
    path("les-inn/leser/", read_in.reading, name="reading"),
    path("gjennomgang/", review.review, name="review"),
    path("gjennomgang/fil/<slug:form>/", papers.draft_paper, name="draft_paper"),
    path("gjennomgang/godta-klare/", review.accept_clear, name="accept_clear"),
    path("gjennomgang/<str:public_id>/godta/", review.accept, name="accept"),
    path("gjennomgang/<str:public_id>/ikke/", review.dismiss, name="dismiss"),
    path("gjennomgang/<str:public_id>/angre/", review.restore, name="restore"),
    path("gjennomgang/<str:public_id>/endre/", review.change, name="change"),
    path("gjennomgang/<str:public_id>/del/", review.split, name="split"),
    path("gjennomgang/<str:public_id>/sla-sammen/", review.merge, name="merge"),
    path("gjennomgang/avsnitt/<str:public_id>/", review.mark, name="mark"),
    path("vedta/", review.adopt, name="adopt"),
    path("vedtatt/", review.adopted, name="adopted"),
    path("forkast/", review.discard, name="discard"),
]

urlpatterns = [path("planen/", include((signed_in_patterns, "plan")))]

open_plan_patterns = [
    path("planen/", public.current, name="current"),
    path("planen/<int:number>/", public.edition, name="edition"),
    path("planen/<int:number>/<slug:form>/", papers.open_paper, name="paper"),
    path("si-fra/", public.tell, name="tell"),
    path("rettigheter/", public.rights, name="rights"),
]

#: Under the school's own address.
open_patterns = [path("<slug:school>/", include((open_plan_patterns, "plan-public")))]
