// People as dots. The same dot is always the same person: it moves to its group, and grows if it says yes.
const SVG = "http://www.w3.org/2000/svg";
const STEP = 10;
const HEAD = 17;
const GAP = 5;

function render({ model, el }) {
  el.classList.add("pl", "pl-crowd");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("role", "img");
  const heads = document.createElement("div");
  heads.setAttribute("aria-hidden", "true"); // the picture's own words say it
  el.append(svg, heads);
  let dots = [];

  const draw = () => {
    const groups = new Uint8Array(model.get("groups").buffer.slice(0));
    const yes = new Uint8Array(model.get("yes").buffer.slice(0));
    // Half as many in a row where the page is narrow, or the labels would lie on the dots.
    const across = el.clientWidth && el.clientWidth < 460 ? Math.ceil(model.get("across") / 2) : model.get("across");
    const bands = model.get("bands");
    if (!groups.length || groups.length !== yes.length) return;
    if (dots.length !== groups.length) {
      dots = Array.from(groups, () => document.createElementNS(SVG, "circle"));
      svg.replaceChildren(...dots);
    }
    // As tall as the most groups need, so that nothing below jumps.
    const height = bands * (HEAD + GAP) + (Math.ceil(groups.length / across) + bands - 1) * STEP;
    svg.setAttribute("viewBox", `0 0 ${across * STEP} ${height}`);
    heads.replaceChildren();
    let top = 0;
    model.get("labels").forEach((words, group) => {
      const head = document.createElement("div");
      head.className = "pl-crowd-head";
      head.textContent = words;
      head.style.top = `${(100 * top) / height}%`;
      heads.append(head);
      const here = [...groups.keys()].filter((i) => groups[i] === group);
      here.sort((i, j) => yes[j] - yes[i] || i - j);
      here.forEach((person, place) => {
        const x = STEP / 2 + STEP * (place % across);
        const y = top + HEAD + STEP / 2 + STEP * Math.floor(place / across);
        const dot = dots[person];
        dot.style.transform = `translate(${x}px, ${y}px)`;
        dot.setAttribute("class", yes[person] ? "pl-yes" : "pl-no");
        dot.classList.toggle("pl-ring", person === model.get("one"));
        dot.setAttribute("r", yes[person] ? 4 : 2.3);
      });
      top += HEAD + GAP + STEP * Math.max(1, Math.ceil(here.length / across));
    });
    svg.setAttribute("aria-label", model.get("alt"));
  };
  model.on("change", draw);
  const sized = new ResizeObserver(draw);
  sized.observe(el);
  draw();
  return () => sized.disconnect();
}

export default { render };
