// Search of the rule book, in the browser. Texts to search are folded when the page is built.
const form = document.querySelector("#tim");
const rules = [...document.querySelectorAll(".rule")];
const families = [...document.querySelectorAll(".family")];

/** Lower case without diacritics, đ → d: as the texts of the page were folded. */
function fold(text) {
  return text
    .replaceAll(/[đĐ]/g, "d")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

function show() {
  const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
  const severity = form.elements.muc.value;
  let count = 0;
  for (const rule of rules) {
    const { search, severity: own } = rule.dataset;
    rule.hidden = (severity !== "" && own !== severity) || !words.every((word) => search.includes(word));
    if (!rule.hidden) count += 1;
  }
  for (const family of families) family.hidden = !family.querySelector(".rule:not([hidden])");
  document.querySelector("#so").textContent = String(count);
  document.querySelector("#khong-co").hidden = count > 0;
}

form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
// A link from a finding must reach its rule even when the list is narrowed.
globalThis.addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.hidden) return;
  form.reset();
  show();
  target.scrollIntoView();
});
