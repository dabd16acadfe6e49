// SPDX-License-Identifier: MIT
/** In a frame: the page around it has the title, and is told how high this one is. */
if (window.parent !== window) {
  document.documentElement.classList.add("framed");
  const tell = () => window.parent.postMessage({ height: document.documentElement.offsetHeight }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
}
