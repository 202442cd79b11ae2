// Small helps on top of pages that work without them.

// A refusal (422) is shown where the answer would have stood.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// When no answer comes, say so: where the draft's state stands, or at the top of the page.
const tell = (event, words) => {
  if (event.detail.target?.id === "kladd") {
    event.detail.target.textContent = words;
    return;
  }
  const notice = document.createElement("div");
  notice.className = "ds-alert notice";
  notice.dataset.color = "warning";
  notice.textContent = words;
  const notices = document.getElementById("beskjeder");
  notices.replaceChildren(notice);
  notices.scrollIntoView({ block: "center" });
};

document.addEventListener("htmx:sendError", (event) => tell(event, document.body.dataset.away));

document.addEventListener("htmx:responseError", (event) => {
  const { away, out, broke } = document.body.dataset;
  const words = { 401: out, 502: away, 503: away, 504: away };
  tell(event, words[event.detail.xhr.status] ?? broke);
});
