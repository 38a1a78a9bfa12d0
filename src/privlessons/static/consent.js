// A consent page, drawn as such pages are; each part is a button that says "I think this is a trick".
const SIGNS = { "tick-on": "☑", "tick-off": "☐" };
const TOLD = { trick: "a trick, found", fair: "fair" };

function render({ model, el }) {
  el.classList.add("pl", "pl-consent");
  const box = document.createElement("div");
  box.setAttribute("role", "group");
  el.append(box);
  const made = new Map();

  const build = () => {
    box.setAttribute("aria-label", model.get("label"));
    made.clear();
    box.replaceChildren(
      ...model.get("parts").map((part) => {
        const still = model.get("still");
        const one = document.createElement(still ? "div" : "button");
        if (!still) one.type = "button";
        one.className = `pl-part pl-part-${part.look}`;
        const words = document.createElement("span");
        words.className = "pl-part-words";
        words.textContent = (SIGNS[part.look] ? `${SIGNS[part.look]} ` : "") + part.words;
        const told = document.createElement("span");
        told.className = "pl-part-told";
        one.append(words, told);
        if (!still)
          one.addEventListener("click", () => {
            model.set("value", part.id);
            model.save_changes();
          });
        made.set(part.id, [one, told]);
        return one;
      }),
    );
    mark();
  };
  const mark = () => {
    const marks = model.get("marks");
    for (const [id, [one, told]] of made) {
      one.classList.toggle("pl-is-trick", marks[id] === "trick");
      one.classList.toggle("pl-is-fair", marks[id] === "fair");
      told.textContent = marks[id] ? TOLD[marks[id]] : "";
    }
  };
  model.on("change:parts change:still", build);
  model.on("change:marks", mark);
  build();
}

export default { render };
