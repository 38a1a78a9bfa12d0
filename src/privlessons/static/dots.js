// One dot a person. The same dots stay in place; only their colour changes.
const SVG = "http://www.w3.org/2000/svg";
const CLASS = ["pl-dot", "pl-dot pl-on", "pl-dot pl-one"];

function render({ model, el }) {
  el.classList.add("pl");
  const svg = document.createElementNS(SVG, "svg");
  svg.classList.add("pl-dots");
  svg.setAttribute("role", "img");
  el.append(svg);
  let dots = [];

  const draw = () => {
    const states = new Uint8Array(model.get("states").buffer);
    const across = model.get("across");
    if (dots.length !== states.length) {
      const rows = Math.ceil(states.length / across);
      svg.setAttribute("viewBox", `0 0 ${across * 10} ${rows * 10}`);
      dots = Array.from(states, (_, i) => {
        const dot = document.createElementNS(SVG, "circle");
        dot.setAttribute("cx", 5 + 10 * (i % across));
        dot.setAttribute("cy", 5 + 10 * Math.floor(i / across));
        return dot;
      });
      svg.replaceChildren(...dots);
    }
    states.forEach((state, i) => {
      dots[i].setAttribute("class", CLASS[state]);
      // Size as well as colour, so that colour is never the only sign.
      dots[i].setAttribute("r", [2.1, 3.9, 4.9][state]);
    });
    svg.setAttribute("aria-label", model.get("alt"));
  };
  model.on("change:states change:alt", draw);
  draw();
}

export default { render };
