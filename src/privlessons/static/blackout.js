// A chat whose words can be blacked out: by click, by dragging, or with arrow keys and space.
function render({ model, el }) {
  el.classList.add("pl");
  const list = document.createElement("ol");
  list.className = "pl-chat";
  el.append(list);
  let words = [];
  let painting = null;

  const hidden = () => new Set(model.get("hidden"));
  const tick = () => {
    const now = hidden();
    words.forEach((word, i) => word.setAttribute("aria-pressed", now.has(i)));
  };
  const set = (index, on) => {
    const now = hidden();
    if (on === now.has(index)) return;
    on ? now.add(index) : now.delete(index);
    const sorted = [...now].sort((a, b) => a - b);
    model.set("hidden", sorted);
    model.save_changes();
    model.send({ hidden: sorted }); // is not held back: see controls.py
  };
  const focus = (index) => {
    const next = Math.max(0, Math.min(words.length - 1, index));
    words.forEach((word, i) => (word.tabIndex = i === next ? 0 : -1));
    words[next].focus();
    return next;
  };

  const build = () => {
    words = [];
    list.setAttribute("aria-label", model.get("label"));
    list.replaceChildren(
      ...model.get("messages").map(({ author, name, pieces }) => {
        const item = document.createElement("li");
        item.className = `pl-bubble pl-${author === "person" ? "person" : "assistant"}`;
        const who = document.createElement("span");
        who.className = "pl-who";
        who.textContent = name;
        item.append(who);
        for (const [text, isWord] of pieces) {
          if (!isWord) {
            item.append(text);
            continue;
          }
          const word = document.createElement("button");
          const index = words.push(word) - 1;
          word.type = "button";
          word.className = "pl-mask";
          word.textContent = text;
          word.tabIndex = index === 0 ? 0 : -1;
          item.append(word);
        }
        return item;
      }),
    );
    tick();
  };

  const at = (event) => words.indexOf(event.target.closest?.(".pl-mask"));
  list.addEventListener("pointerdown", (event) => {
    const index = at(event);
    if (index < 0) return;
    event.target.releasePointerCapture?.(event.pointerId);
    painting = !hidden().has(index);
    set(index, painting);
  });
  list.addEventListener("pointerover", (event) => {
    const index = at(event);
    if (index >= 0 && painting !== null && event.buttons === 1) set(index, painting);
  });
  window.addEventListener("pointerup", () => (painting = null));
  list.addEventListener("keydown", (event) => {
    const index = at(event);
    if (index < 0) return;
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key in steps) {
      focus(index + steps[event.key]);
    } else if (event.key === " " || event.key === "Enter") {
      set(index, !hidden().has(index));
    } else if (event.key === "Home" || event.key === "End") {
      focus(event.key === "Home" ? 0 : words.length - 1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  model.on("change:messages", build);
  model.on("change:hidden", tick);
  build();
}

export default { render };
