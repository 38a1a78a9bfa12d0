/* A lesson opened in JupyterLab runs at once, if the server says that it is a lesson.
 * Written by hand, so that nothing has to be built: JupyterLab calls init() and get() of this object. */
(() => {
  "use strict";
  let modules;

  async function shared(name) {
    const versions = Object.values(modules[name] ?? {});
    if (!versions.length) throw new Error(`JupyterLab offers no ${name}.`);
    return (await versions[0].get())();
  }

  const isLesson = (panel) => panel.content.model?.getMetadata("privlessons")?.autorun;
  const codeCells = (notebook) =>
    [...notebook.cells].filter((cell) => cell.type === "code").map((cell) => [cell.id, cell.sharedModel.getSource()]);

  // The very cells that are about to run are sent, and must be the same still when the answer is there.
  async function mayRun(panel, settings) {
    const cells = JSON.stringify(codeCells(panel.content.model));
    const answer = await fetch(`${settings.baseUrl}privlessons/api/may-run`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-XSRFToken": document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "",
        ...(settings.token ? { Authorization: `token ${settings.token}` } : {}),
      },
      body: `{"path": ${JSON.stringify(panel.context.path)}, "cells": ${cells}}`,
    });
    const { may, why } = answer.ok ? await answer.json() : { may: false, why: "The server could not check this notebook, so it was not run." };
    return { may: may && cells === JSON.stringify(codeCells(panel.content.model)), why };
  }

  function say(panel, role, words, button, action) {
    panel.node.querySelector(".pl-lab-note")?.remove();
    const note = document.createElement("div");
    note.className = "pl-lab-note";
    note.setAttribute("role", role);
    note.style.cssText = "position:absolute;bottom:0;left:0;right:0;z-index:10;padding:8px 16px;color:var(--jp-ui-font-color1);" +
      "background:var(--jp-layout-color2);border-top:2px solid var(--jp-warn-color1);font:15px/1.5 system-ui,sans-serif";
    note.append(words, " ");
    const press = Object.assign(document.createElement("button"), { textContent: button, style: "font:inherit;margin-left:8px" });
    press.addEventListener("click", () => (note.remove(), action()));
    note.append(press);
    panel.node.append(note);
  }

  async function wake(panel, actions, settings) {
    await Promise.all([panel.context.ready, panel.revealed]);
    if (!isLesson(panel)) return;
    await panel.sessionContext.ready;
    const { may, why } = await mayRun(panel, settings);
    if (!may) return say(panel, "status", why, "Close this note", () => {});
    const cells = panel.content.widgets.filter((cell) => cell.model.type === "code");
    await actions.runCells(panel.content, cells, panel.sessionContext); // unlike runAll, it doesn't scroll
  }

  // JupyterLab often starts a fresh kernel by itself; restarting that one would lose the cells sent to it.
  async function revive(context) {
    const status = () => context.session?.kernel?.status ?? "dead";
    if (["dead", "terminated"].includes(status())) await context.restartKernel();
    while (status() !== "idle") await new Promise((done) => setTimeout(done, 200));
  }

  function watch(panel, actions, settings) {
    panel.sessionContext.statusChanged.connect((_, status) => {
      if (["dead", "autorestarting", "terminated"].includes(status) && isLesson(panel))
        say(panel, "alert", "This lesson fell asleep. What you guessed and answered is kept.", "Wake the lesson up again", async () => {
          await revive(panel.sessionContext);
          await wake(panel, actions, settings);
        });
    });
  }

  function linkBack(panel, Widget, settings) {
    const links = document.createElement("span");
    const stem = panel.context.path.split("/").pop();
    for (const [words, path] of [["All lessons", "privlessons/"], ["Lesson as a page", `voila/render/${encodeURIComponent(stem)}`]])
      links.append(Object.assign(document.createElement("a"), {
        textContent: words, href: settings.baseUrl + path, style: "margin:0 8px;color:var(--jp-content-link-color)",
      }));
    panel.toolbar.insertItem(0, "privlessons", new Widget({ node: links }));
  }

  async function plugin() {
    const { INotebookTracker, NotebookActions } = await shared("@jupyterlab/notebook");
    const { Widget } = await shared("@lumino/widgets");
    return {
      id: "privlessons:running-on-opening",
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => {
        const settings = app.serviceManager.serverSettings;
        tracker.widgetAdded.connect((_, panel) => {
          wake(panel, NotebookActions, settings).catch((error) => console.error("privlessons", error));
          watch(panel, NotebookActions, settings);
          panel.context.ready.then(() => isLesson(panel) && linkBack(panel, Widget, settings));
        });
      },
    };
  }

  (window._JUPYTERLAB ??= {}).privlessons = {
    init: (scope) => void (modules = scope),
    get: async () => {
      const found = await plugin();
      return () => found;
    },
  };
})();
