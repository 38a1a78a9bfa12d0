// People as rows of native inputs: an age, a few drop-downs, and a button that takes the row away.
function render({ model, el }) {
  el.classList.add("pl", "pl-people");
  const list = document.createElement("div");
  list.setAttribute("role", "group");
  const add = document.createElement("button");
  add.className = "pl-button";
  add.type = "button";
  el.append(list, add);

  const rows = () => [...list.children];
  const read = () => {
    const value = rows().map((row) => {
      const [age, ...rest] = row.querySelectorAll("input, select");
      const years = age.value.trim() === "" ? null : Number(age.value);
      return [years, ...rest.map((s) => s.value)];
    });
    model.set("value", value);
    model.save_changes();
  };
  const field = (labelled, words) => {
    const label = document.createElement("label");
    const name = document.createElement("span");
    name.textContent = words;
    label.append(name, labelled);
    // JupyterLab and the page must not take keys away from the fields.
    labelled.addEventListener("keydown", (event) => event.stopPropagation());
    labelled.addEventListener("change", read);
    return label;
  };
  const build = (person, number) => {
    const row = document.createElement("div");
    row.className = "pl-people-row";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", `Person ${number + 1}`);
    const age = document.createElement("input");
    Object.assign(age, { type: "number", min: 0, max: model.get("oldest"), step: 1 });
    const count = document.createElement("b");
    count.textContent = number + 1;
    row.append(count, field(age, "Age"));
    model.get("choices").forEach(([words, options]) => {
      const select = document.createElement("select");
      select.append(...options.map(([value, shown]) => new Option(shown, value)));
      row.append(field(select, words));
    });
    const away = document.createElement("button");
    away.type = "button";
    away.className = "pl-button";
    away.textContent = "Remove";
    away.setAttribute("aria-label", `Remove person ${number + 1}`);
    away.addEventListener("click", () => {
      const at = rows().indexOf(row);
      const value = model.get("value").filter((_, n) => n !== at);
      model.set("value", value);
      model.save_changes();
      // The focus goes to the row that took this one's place, else to the button below.
      (rows()[Math.min(at, value.length - 1)]?.querySelector("button") ?? add).focus();
    });
    row.append(away);
    return row;
  };
  const draw = () => {
    const value = model.get("value");
    list.setAttribute("aria-label", model.get("label"));
    while (list.children.length > value.length) list.lastElementChild.remove();
    value.forEach((person, number) => {
      const row = list.children[number] ?? list.appendChild(build(person, number));
      row.querySelectorAll("input, select").forEach((input, n) => {
        const wanted = person[n] === null ? "" : String(person[n]);
        if (input.value !== wanted) input.value = wanted;
      });
    });
    const full = value.length >= model.get("most");
    add.textContent = full ? `${model.get("most")} people are the most` : "Add a person";
    add.setAttribute("aria-disabled", full);
  };
  add.addEventListener("click", () => {
    const value = model.get("value");
    if (value.length >= model.get("most")) return;
    model.set("value", [...value, model.get("fresh")]);
    model.save_changes();
    list.lastElementChild.querySelector("input").focus();
    list.lastElementChild.querySelector("input").select();
  });
  model.on("change:value change:choices", draw);
  draw();
}

export default { render };
