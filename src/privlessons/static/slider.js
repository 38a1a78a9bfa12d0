// A native range input with a visible label, the value in words, and a meaning at each end.
let made = 0;

function render({ model, el }) {
  const id = `pl-slider-${++made}-${Math.random().toString(36).slice(2)}`;
  el.classList.add("pl", "pl-slider");
  const label = document.createElement("label");
  label.htmlFor = id;
  const name = document.createElement("span");
  const shown = document.createElement("output");
  shown.htmlFor = id;
  label.append(name, shown);
  const input = document.createElement("input");
  input.type = "range";
  input.id = id;
  const ends = document.createElement("div");
  ends.className = "pl-ends";
  const low = document.createElement("span");
  const high = document.createElement("span");
  ends.append(low, high);
  el.append(label, input, ends);

  const words = () => {
    const named = model.get("names");
    const value = model.get("value");
    return named[String(value)] ?? model.get("shown").replace("{}", value);
  };
  const draw = () => {
    name.textContent = model.get("label");
    for (const part of ["min", "max", "step"]) input[part] = model.get(part);
    if (Number(input.value) !== model.get("value")) input.value = model.get("value");
    input.disabled = model.get("disabled");
    shown.textContent = words();
    input.setAttribute("aria-valuetext", words());
    low.textContent = model.get("low");
    high.textContent = model.get("high");
    ends.hidden = !model.get("low") && !model.get("high");
  };
  input.addEventListener("input", () => {
    model.set("value", Number(input.value));
    model.save_changes();
  });
  // Told once more when the learner leaves it, not at each move: moves may be held back and merged, that is
  // well, but a press on a button must not overtake the last one. See controls.py.
  for (const leaving of ["pointerup", "blur"])
    input.addEventListener(leaving, () => model.send({ value: Number(input.value) }));
  // JupyterLab and the page must not take the arrow keys away from the slider.
  input.addEventListener("keydown", (event) => event.stopPropagation());
  model.on("change", draw);
  draw();
}

export default { render };
