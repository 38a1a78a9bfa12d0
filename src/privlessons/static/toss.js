// A coin that falls in this page alone. What it showed is never put into the model: only the word sent is.
function render({ model, el }) {
  el.classList.add("pl", "pl-toss");
  const make = (kind, look, words = "") => {
    const made = document.createElement(kind);
    made.className = look;
    made.textContent = words;
    return made;
  };
  const asked = make("p", "pl-asked");
  const coins = make("div", "pl-coins");
  coins.setAttribute("aria-hidden", "true"); // the sentence says it
  const said = make("div", "pl-toss-said");
  said.setAttribute("role", "status");
  const flip = make("button", "pl-button pl-lead", "Flip my coin");
  const mine = make("button", "pl-button", "I have a coin in my hand");
  const answers = make("div", "pl-toss-row");
  const yes = make("button", "pl-button", "Send yes");
  const no = make("button", "pl-button", "Send no");
  answers.setAttribute("role", "group");
  answers.setAttribute("aria-label", "Your answer");
  answers.append(yes, no);
  const start = make("div", "pl-toss-row");
  start.append(flip, mine);
  for (const one of [flip, mine, yes, no]) one.type = "button";
  el.append(asked, start, coins, said, answers);

  coins.append(make("span", "pl-coin pl-waits", "coin"));
  let first = null; // "heads" or "tails", known to this page only
  let ready = false;
  const fall = () => (crypto.getRandomValues(new Uint8Array(1))[0] & 1 ? "heads" : "tails");
  // Not `disabled`: a button that has the keyboard's focus would lose it.
  const rest = (button, resting) => button.setAttribute("aria-disabled", String(resting));
  const resting = (button) => button.getAttribute("aria-disabled") === "true";
  const coin = (side) => {
    coins.querySelector(".pl-waits")?.remove();
    coins.append(make("span", `pl-coin pl-${side}`, side));
  };
  const open = (words) => {
    said.textContent = words;
    ready = true;
    rest(flip, true);
    rest(mine, true);
    draw();
  };

  flip.addEventListener("click", () => {
    if (resting(flip)) return;
    const side = fall();
    coin(side);
    if (first === null) {
      first = side;
      if (side === "heads") return open("Heads: tell the truth. Read the question once more and send your true answer.");
      said.textContent = "Tails: the coin answers for you. Flip again.";
      flip.textContent = "Flip again";
      rest(mine, true);
      return;
    }
    open(side === "heads" ? "Tails, then heads: send yes, whatever the truth is." : "Tails, then tails: send no, whatever the truth is.");
  });
  mine.addEventListener("click", () => {
    if (resting(mine)) return;
    open("Flip it. Heads: send your true answer. Tails: flip once more. Then heads means send yes, tails means send no.");
  });
  const send = (word) => (event) => {
    if (resting(event.currentTarget)) return;
    if (model.get("value")) model.set("again", model.get("again") + 1);
    else model.set("value", word);
    model.save_changes();
  };
  yes.addEventListener("click", send("yes"));
  no.addEventListener("click", send("no"));
  const draw = () => {
    asked.textContent = model.get("question");
    const sent = model.get("value");
    for (const [button, word] of [[yes, "yes"], [no, "no"]]) {
      rest(button, !ready && !sent);
      button.classList.toggle("pl-lead", ready && !sent);
      button.classList.toggle("pl-sent", sent === word);
      button.textContent = sent === word ? `Sent: ${word}` : `Send ${word}`;
    }
    flip.classList.toggle("pl-lead", !ready && !sent);
    if (sent) {
      rest(flip, true);
      rest(mine, true);
    }
  };
  model.on("change", draw);
  draw();
}

export default { render };
