// The guest's page. The coin falls in here; only the word that is sent leaves it.
import toss from "/static/toss.js";

const board = document.querySelector("#board");
const { code, question, text } = board.dataset;
const byHand = document.querySelector("#by-hand");
const said = document.querySelector("#said");

// Kept before it goes: a second try after a lost connection must send the same word, not a fresh coin's.
const place = `board ${code} ${question}`;
const memory = {
  get: () => { try { return sessionStorage.getItem(place); } catch { return null; } },
  set: (word) => { try { sessionStorage.setItem(place, word); } catch { /* private window: no memory */ } },
};

const say = (look, start, words) => {
  const note = document.createElement("p");
  note.className = `pl-note ${look}`;
  const bold = document.createElement("span");
  bold.className = "pl-word";
  bold.textContent = start;
  note.append(bold, ` ${words}`);
  said.replaceChildren(note);
};

if (byHand) {
  const data = { question: text, value: "", again: 0 };
  let changed = () => {};
  let wanted = memory.get();
  let busy = false;
  const model = {
    get: (name) => data[name],
    on: (_, tell) => { changed = tell; },
    set: (name, value) => { if (name === "value") wanted ??= value; },
    save_changes: () => send(),
  };
  const send = async () => {
    if (busy) return;
    busy = true;
    memory.set(wanted);
    const form = new FormData(byHand);
    form.set("answer", wanted);
    try {
      const answer = await fetch(`/r/${code}`, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams(form),
        signal: AbortSignal.timeout?.(20000),
      });
      const told = await answer.json();
      if (!answer.ok) return say("pl-wrong", "Not stored.", told.wrong);
      data.value = told.sent;
      changed();
      say("pl-right", "Stored.", `The board got one word from you: ${told.sent}. If you answer again, the same word counts.`);
    } catch {
      say("pl-wrong", "Not sent.", "The board did not answer. Your word waits in this page. Press again: the same word goes.");
    } finally {
      busy = false;
    }
  };
  byHand.hidden = true;
  document.querySelector("#rule").hidden = false;
  toss.render({ model, el: document.querySelector("#toss") });
  if (wanted) send();
}

const next = document.querySelector("#next");
const news = new EventSource(`/r/${code}/live`);
news.onmessage = (message) => {
  const room = JSON.parse(message.data);
  const last = room.questions[room.questions.length - 1];
  const other = room.erased || String(last?.question ?? 0) !== question;
  if (other && next.hidden) {
    const link = document.createElement("a");
    link.href = room.erased ? "/" : `/r/${code}`;
    link.textContent = room.erased ? "The room was erased" : "There is a new question: show it";
    next.replaceChildren(link);
    next.hidden = false;
  }
  if (!room.open && !other && byHand && next.hidden) {
    next.textContent = "The room is closed. It takes no more answers.";
    next.hidden = false;
  }
  if (room.erased) news.close();
  if (other || !last) return;
  document.querySelector("#count").textContent = `${last.answered} answered.`;
  const says = document.querySelector("#says");
  if (says.textContent !== last.says) says.textContent = last.says; // spoken only when it changes
};
