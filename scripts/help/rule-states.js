// What the server has published about rules, shown at each of them. Without a server the page says what was shipped.
const status = document.querySelector("#trang-thai");
const words = JSON.parse(status.dataset.words);

function day(iso) {
  return iso.split("-").toReversed().join("/");
}

function sentence({ mode, from, reason }) {
  return `${words[mode]} ${words.from} ${day(from)}: ${reason}`;
}

async function show() {
  const answer = await fetch("/api/v1/rules");
  if (!answer.ok) return;
  const { rules } = await answer.json();
  const set = rules.filter(({ settings }) => settings.length > 0);
  status.textContent = set.length === 0 ? words.none : `${words.some} `;
  set.forEach(({ id, mode, settings }, at) => {
    const link = document.createElement("a");
    link.href = `#${id.toLowerCase()}`;
    link.textContent = `${id} (${words[mode]})`;
    if (at > 0) status.append(", ");
    status.append(link);
    const place = document.getElementById(id.toLowerCase())?.querySelector(".state");
    if (place === null || place === undefined) return;
    place.textContent = settings.map(sentence).join("; ");
    place.hidden = false;
  });
}

show().catch(() => undefined);
