// One mark a person, always in the same spot; what it looks like says what is true of them now.
// All marks of one look are one path, so that thousands are redrawn at once.
const SVG = "http://www.w3.org/2000/svg";
const disc = (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
// Shape as well as colour tells the looks apart.
const LOOKS = [
  ["pl-out", (x, y) => disc(x, y, 1.5)],
  ["pl-in", (x, y) => disc(x, y, 3.9)],
  ["pl-one", (x, y, times = 1) => disc(x, y, 6 * times)],
  ["pl-twin", (x, y) => disc(x - 1.7, y, 2.5) + disc(x + 1.7, y, 2.5)],
  ["pl-some", (x, y) => disc(x, y, 3.2)],
  ["pl-not", (x, y) => `M${x - 3.2} ${y - 3.2}l6.4 6.4m0 -6.4l-6.4 6.4`],
];

function picture(width, height) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const paths = LOOKS.map(([name]) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    return path;
  });
  svg.replaceChildren(...paths);
  return [svg, paths];
}

function render({ model, el }) {
  el.classList.add("pl");
  const box = document.createElement("div");
  box.className = "pl-crowd";
  const key = document.createElement("div");
  key.className = "pl-key";
  el.append(box, key);
  let size = "";
  let svg, paths, ring;

  const draw = () => {
    const states = new Uint8Array(model.get("states").buffer);
    const across = model.get("across");
    const rows = Math.ceil(states.length / across);
    if (size !== `${across} ${rows}`) {
      size = `${across} ${rows}`;
      [svg, paths] = picture(across * 10, rows * 10);
      svg.setAttribute("class", "pl-marks");
      svg.setAttribute("role", "img");
      ring = document.createElementNS(SVG, "circle");
      ring.setAttribute("class", "pl-ring");
      ring.setAttribute("r", 8.5);
      svg.append(ring);
      box.replaceChildren(svg);
    }
    const times = Math.max(1, across / 60); // the one stays as large as in the key
    const drawn = LOOKS.map(() => []);
    states.forEach((state, i) => {
      drawn[state].push(LOOKS[state][1](5 + 10 * (i % across), 5 + 10 * Math.floor(i / across), times));
    });
    paths.forEach((path, look) => path.setAttribute("d", drawn[look].join("")));
    const at = model.get("ringed");
    ring.setAttribute("visibility", at < 0 ? "hidden" : "visible");
    ring.setAttribute("cx", 5 + 10 * (Math.max(at, 0) % across));
    ring.setAttribute("cy", 5 + 10 * Math.floor(Math.max(at, 0) / across));
    svg.setAttribute("aria-label", model.get("alt"));
  };
  const explain = () => {
    key.replaceChildren(
      ...model.get("key").map(([look, words]) => {
        const item = document.createElement("span");
        const [sign, shapes] = picture(18, 18);
        sign.setAttribute("class", "pl-marks pl-sign");
        sign.setAttribute("aria-hidden", "true");
        if (look < 0) {
          const around = document.createElementNS(SVG, "circle");
          for (const [name, value] of [["class", "pl-ring"], ["r", 7.5], ["cx", 9], ["cy", 9]]) {
            around.setAttribute(name, value);
          }
          sign.append(around);
        } else {
          shapes[look].setAttribute("d", LOOKS[look][1](9, 9));
        }
        item.append(sign, words);
        return item;
      }),
    );
  };
  model.on("change:states change:alt change:ringed change:across", draw);
  model.on("change:key", explain);
  draw();
  explain();
}

export default { render };
