// The teacher's page: counts and shown totals, as they come. It never gets anybody's answer.
const board = document.querySelector("#board");
const at = (id) => document.getElementById(id);

const news = new EventSource(`/teach/${board.dataset.code}/live`);
news.onmessage = (message) => {
  const room = JSON.parse(message.data);
  if (room.erased) return news.close();
  at("state").hidden = room.open;
  const last = room.questions[room.questions.length - 1];
  at("now").hidden = !last;
  if (!last) return;
  at("asked").textContent = last.text;
  at("count").textContent = last.answered;
  if (at("says").textContent !== last.says) at("says").textContent = last.says; // spoken only when it changes
  at("line").toggleAttribute("hidden", last.share === null);
  if (last.share === null) return;
  at("band").setAttribute("x", 1000 * last.low);
  at("band").setAttribute("width", 1000 * (last.high - last.low));
  at("mark").setAttribute("x", Math.min(992, Math.max(0, 1000 * last.share - 4)));
};
