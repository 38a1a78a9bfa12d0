// A settings site: links, native switches and buttons. The page says what there is; a press goes to the model.
function render({ model, el }) {
  el.classList.add("pl", "pl-site");
  const make = (kind, look, words = "") => {
    const made = document.createElement(kind);
    made.className = look;
    made.textContent = words;
    return made;
  };
  const bar = make("div", "pl-site-bar");
  const title = make("h4", "pl-site-title");
  title.tabIndex = -1;
  const text = make("p", "");
  const list = make("div", "pl-site-items");
  const says = make("p", "pl-site-says");
  says.setAttribute("role", "status");
  el.setAttribute("role", "group");
  el.append(bar, title, text, list, says);

  let presses = 0;
  let pressed = null; // the item that was pressed last, while its answer is awaited
  let shown = "";
  const press = (id) => {
    pressed = id;
    model.set("value", `${++presses}:${id}`);
    model.save_changes();
  };
  const build = (item) => {
    if (item.kind === "switch") {
      const label = make("label", "pl-site-switch");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.setAttribute("role", "switch");
      box.checked = item.checked;
      box.dataset.id = item.id;
      box.addEventListener("change", () => press(item.id));
      box.addEventListener("keydown", (event) => event.stopPropagation());
      label.append(box, make("span", "", item.label));
      return label;
    }
    const looks = { link: "pl-site-link", act: item.look === "lead" ? "pl-button pl-lead" : "pl-site-quiet" };
    const button = make("button", looks[item.kind], item.label);
    button.type = "button";
    button.dataset.id = item.id;
    button.addEventListener("click", () => press(item.id));
    return button;
  };
  const draw = () => {
    const page = model.get("page");
    if (!page.items) return;
    bar.textContent = page.address;
    title.textContent = page.title;
    el.setAttribute("aria-label", page.address);
    text.textContent = page.text;
    says.textContent = page.says;
    list.replaceChildren(...page.items.map(build));
    if (pressed !== null) {
      const same = shown === page.title && list.querySelector(`[data-id="${pressed}"]`);
      (same || title).focus({ preventScroll: true });
      pressed = null;
    }
    shown = page.title;
  };
  model.on("change:page", draw);
  draw();
}

export default { render };
