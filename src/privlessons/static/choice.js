// Radio buttons or tick boxes in a fieldset whose legend is the question.
let made = 0;

function render({ model, el }) {
  const group = `pl-choice-${++made}-${Math.random().toString(36).slice(2)}`;
  el.classList.add("pl");
  const field = document.createElement("fieldset");
  field.className = "pl-choice";
  const legend = document.createElement("legend");
  const box = document.createElement("div");
  box.className = "pl-options";
  field.append(legend, box);
  el.append(field);

  const build = () => {
    legend.textContent = model.get("legend");
    box.classList.toggle("pl-row", model.get("row"));
    box.replaceChildren(
      ...model.get("options").map((text, index) => {
        const label = document.createElement("label");
        label.className = "pl-option";
        const input = document.createElement("input");
        input.type = model.get("many") ? "checkbox" : "radio";
        input.name = group;
        input.addEventListener("change", () => {
          const picked = [...box.querySelectorAll("input")].flatMap((i, n) => (i.checked ? [n] : []));
          model.set("picked", picked);
          model.save_changes();
          model.send({ picked }); // is not held back: see controls.py
        });
        input.addEventListener("keydown", (event) => event.stopPropagation());
        const words = document.createElement("span");
        words.textContent = text;
        label.append(input, words);
        return label;
      }),
    );
    tick();
  };
  const tick = () => {
    field.disabled = model.get("disabled");
    const picked = model.get("picked");
    box.querySelectorAll("input").forEach((input, index) => {
      input.checked = picked.includes(index);
    });
  };
  model.on("change:options change:legend change:row", build);
  model.on("change:picked change:disabled", tick);
  build();
}

export default { render };
