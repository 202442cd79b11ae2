// Passkeys: ask the server what to sign, let the browser do it, and send the answer with the form that was there already.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

const ways = {
  use: async (asked) => {
    const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
    const made = await navigator.credentials.get({ publicKey });
    const { clientDataJSON, authenticatorData, signature, userHandle } = made.response;
    return {
      made,
      response: {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
        userHandle: userHandle ? text(userHandle) : null,
      },
    };
  },
  make: async (asked) => {
    const publicKey = {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    };
    const made = await navigator.credentials.create({ publicKey });
    const { clientDataJSON, attestationObject } = made.response;
    return {
      made,
      response: { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) },
    };
  },
};

const ask = async (form) => {
  const token = new FormData(form).get("csrfmiddlewaretoken");
  const answer = await fetch(form.dataset.ask, { method: "POST", headers: { "X-CSRFToken": token } });
  if (answer.redirected) {
    window.location.reload(); // one has to show again who one is; the page itself leads there
    return null;
  }
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).publicKey;
};

const send = async (form) => {
  const asked = await ask(form);
  if (!asked) return;
  const { made, response } = await ways[form.dataset.passkey](asked);
  form.elements.answer.value = JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response });
  form.submit();
};

const start = (form) => {
  const sorry = form.querySelector("[data-sorry]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sorry.hidden = true;
    form.setAttribute("aria-busy", "true");
    send(form).catch(() => {
      sorry.hidden = false;
      form.removeAttribute("aria-busy");
    });
  });
};

// Browsers make passkeys for names, not for numbers.
const can = window.isSecureContext && window.PublicKeyCredential && !/^[\d.]+$|:/.test(window.location.hostname);

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (can) {
    form.closest("[data-needs-passkey]").hidden = false;
    start(form);
  }
}
for (const without of document.querySelectorAll("[data-without-passkey]")) without.hidden = Boolean(can);
