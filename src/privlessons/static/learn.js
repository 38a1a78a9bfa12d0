/* The Learn page: shows that the lesson wakes up, notices when it falls asleep, and tidies up behind itself. */
(() => {
  "use strict";
  const PATIENCE = 8000; // milliseconds that a lost connection may take to come back
  const byId = (id) => document.getElementById(id);
  const config = () => JSON.parse(byId("jupyter-config-data").textContent);

  // Called by the page itself before each cell runs.
  window.privlessonsWaking = (cell, count) => {
    const bar = byId("pl-wake-bar");
    if (bar) {
      bar.max = count + 1;
      bar.value = cell;
    }
  };

  function awake() {
    document.body.classList.remove("pl-waking");
    byId("pl-wake")?.remove();
  }

  function fellAsleep() {
    awake();
    const box = byId("pl-asleep");
    if (box.childElementCount) return;
    const words = document.createElement("p");
    words.textContent = "This lesson fell asleep. What you guessed and answered is kept.";
    const button = document.createElement("button");
    button.textContent = "Wake the lesson up again";
    button.addEventListener("click", () => window.location.reload());
    box.append(words, button);
  }

  window.privlessonsAsleep = fellAsleep; // the page says itself when its program does not start

  function watch(kernel) {
    let timer = 0;
    const look = () => {
      const fine = kernel.connectionStatus === "connected" && kernel.status !== "dead";
      clearTimeout(timer);
      if (kernel.status === "dead" || kernel.status === "autorestarting" || kernel.isDisposed) fellAsleep();
      else if (!fine) timer = setTimeout(fellAsleep, PATIENCE);
    };
    kernel.statusChanged.connect(look);
    kernel.connectionStatusChanged.connect(look);
    kernel.disposed.connect(fellAsleep);
    look();
  }

  // A computer that slept may still believe in its connection: ask whether the kernel is there.
  async function ask() {
    try {
      const { baseUrl, kernelId } = config();
      const answer = await fetch(`${baseUrl}api/kernels/${kernelId}`, { cache: "no-store" });
      if (!answer.ok) fellAsleep();
    } catch {
      fellAsleep();
    }
  }

  async function begin() {
    const meanwhile = setInterval(ask, 5000); // its program may end before the page has reached it
    while (!window.jupyterapp) await new Promise((done) => setTimeout(done, 30));
    const { kernel } = await window.jupyterapp.widgetManagerPromise.promise;
    clearInterval(meanwhile);
    awake();
    watch(kernel);
    document.addEventListener("visibilitychange", () => document.hidden || ask());
  }

  // The lesson's program ends with its page; where this call gets lost, the server ends it later.
  window.addEventListener("pagehide", (event) => {
    if (event.persisted || !byId("jupyter-config-data")) return;
    const { baseUrl, kernelId } = config();
    const token = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
    fetch(`${baseUrl}api/kernels/${kernelId}`, {
      method: "DELETE", keepalive: true, headers: { "X-XSRFToken": token },
    }).catch(() => {});
  });

  window.addEventListener("load", begin);
})();
