// SPDX-License-Identifier: MIT
/** Gives each frame the height that its page asks for. A frame without an origin is known by its window alone. */
window.addEventListener("message", ({ source, data }) => {
  const frame = [...document.querySelectorAll("iframe")].find((each) => each.contentWindow === source);
  if (frame && Number.isFinite(data?.height))
    frame.style.blockSize = `${Math.min(20_000, Math.ceil(data.height) + 2)}px`;
});
