// A place for sentences that are rewritten: a screen reader says each new one.
function render({ model, el }) {
  el.classList.add("pl", "pl-live");
  el.setAttribute("role", "status");
  el.setAttribute("aria-live", "polite");
  const draw = () => {
    el.innerHTML = model.get("html");
  };
  model.on("change:html", draw);
  model.on("change:here", () => {
    el.tabIndex = -1;
    el.focus({ preventScroll: true });
    el.scrollIntoView({ block: "start" });
  });
  draw();
}

export default { render };
