// A place for sentences that are rewritten: a screen reader says each new one.
// Where to scroll: to the sentence, or to the slider right above it, which it asks to be moved.
const first = (el) => {
  const top = el.getBoundingClientRect().top;
  const card = el.closest(".pl-activity");
  const above = [...(card?.querySelectorAll(".pl-slider") ?? [])].filter((slider) => {
    const box = slider.getBoundingClientRect();
    return box.height && box.top < top && top - box.top < innerHeight / 3;
  });
  return above[0] ?? el;
};

export default () => {
  let asked = ""; // what it shall do with the focus; kept, since a view may be made anew meanwhile
  return {
    initialize({ model }) {
      model.on("change:here", () => (asked = "here"));
      model.on("change:held", () => (asked ||= "held"));
    },
    render({ model, el }) {
      el.classList.add("pl", "pl-live");
      el.setAttribute("role", "status");
      el.setAttribute("aria-live", "polite");
      const draw = () => {
        el.innerHTML = model.get("html");
      };
      const come = (patience = 60) => {
        if (!asked) return;
        if (!el.isConnected || !el.childNodes.length) {
          if (patience) requestAnimationFrame(() => come(patience - 1));
          return;
        }
        el.tabIndex = -1;
        el.focus({ preventScroll: true });
        if (asked === "here") first(el).scrollIntoView({ block: "start" });
        asked = "";
      };
      model.on("change:html", draw);
      model.on("change:here change:held", () => come());
      draw();
      come();
    },
  };
};
