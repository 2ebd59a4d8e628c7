// What a page can tell of itself; runs inside it. Each function gives its faults as lines.
globalThis.look = (() => {
  const name = (element) => {
    const id = element.id ? `#${element.id}` : '';
    const kind = typeof element.className === 'string' && element.className ? `.${element.className.trim().split(/\s+/).join('.')}` : '';
    return `${element.localName}${id}${kind}`;
  };
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const round = Math.round;

  const scrolls = (style) => /auto|scroll/.test(style.overflowX);
  const labelled = (element) => element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
  const isRegion = (element) => scrolls(getComputedStyle(element)) && element.tabIndex >= 0 &&
    element.hasAttribute('tabindex') && labelled(element);

  const inRegion = (element) => {
    for (let above = element.parentElement; above; above = above.parentElement) if (isRegion(above)) return true;
    return false;
  };

  // Text for screen readers is clipped to a dot on purpose.
  const isHiddenText = (element) => element.clientWidth <= 2 || element.clientHeight <= 2;

  function cutOff(element, paper) {
    const style = getComputedStyle(element);
    if (style.display === 'inline' || isHiddenText(element)) return null;
    const over = element.scrollWidth - element.clientWidth;
    if (over <= 1 || style.overflowX === 'visible') return null;
    if (!scrolls(style)) return `${name(element)} cuts ${over} px off`;
    if (paper) return `${name(element)} scrolls on paper: ${over} px are lost`;
    return isRegion(element) ? null : `${name(element)} scrolls, but can't be focused or has no name`;
  }

  function reaches(element, wide, paper) {
    const { left, right, height } = element.getBoundingClientRect();
    const out = right > wide + 1.5 || (left < -1.5 && right > 0);
    if (!height || !out || (!paper && inRegion(element))) return null;
    return `${name(element)} reaches from ${round(left)} to ${round(right)} px`;
  }

  // Of elements within each other the outermost is told. On paper nothing scrolls: there is no region to hide in.
  function width(wide, paper = false) {
    const page = document.scrollingElement.scrollWidth;
    const faults = page > wide ? [`the page is ${page} px wide`] : [];
    const told = new Set();
    for (const element of all('body *')) {
      if (element.closest('svg') && element.localName !== 'svg') continue;
      const fault = cutOff(element, paper) ?? reaches(element, wide, paper);
      if (fault && !told.has(element.parentElement)) faults.push(fault);
      if (fault || told.has(element.parentElement)) told.add(element);
    }
    return faults;
  }

  // A glyph's box is taller than its ink.
  const ink = (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const air = (bottom - top) * 0.2;
    return { text, left: left + 0.5, right: right - 0.5, top: top + air, bottom: bottom - air };
  };
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const words = ({ text }) => `“${text.textContent.trim()}”`;

  function overlaps(svg) {
    const texts = all('text', svg).filter((text) => text.textContent.trim()).map(ink).sort((a, b) => a.left - b.left);
    const faults = [];
    texts.forEach((a, i) => {
      for (let j = i + 1; j < texts.length && texts[j].left < a.right; j++) {
        if (overlap(a, texts[j])) faults.push(`${words(a)} overlaps ${words(texts[j])}`);
      }
    });
    return faults;
  }

  function outside(svg) {
    const box = svg.viewBox.baseVal;
    const corner = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
    const low = corner(box.x, box.y), high = corner(box.x + box.width, box.y + box.height);
    return all('text, rect, circle, ellipse, path, line, polyline, polygon, use', svg)
      .filter((mark) => !mark.closest('defs, clipPath, symbol, marker, pattern, mask'))
      .filter((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return left < low.x - 1 || right > high.x + 1 || top < low.y - 1 || bottom > high.y + 1;
      })
      .map((mark) => `${name(mark)} “${mark.textContent.trim()}” stands outside the drawing`);
  }

  function drawing(wanted) {
    const drawings = all('svg').filter((svg) => all('text', svg).length && svg.getBoundingClientRect().width);
    if (wanted && !drawings.length) return ['there is no drawing'];
    return drawings.flatMap((svg) => svg.viewBox.baseVal?.width ? [...overlaps(svg), ...outside(svg)] :
      [`${name(svg)} has no viewBox`]);
  }

  // A page that needs nothing but itself, and whose links lead somewhere.
  function alone() {
    const acts = (element) => [...element.attributes].some(({ name, value }) =>
      name.startsWith('on') || /^\s*javascript:/i.test(value));
    return [
      ...all('script').map(() => 'there is a script'),
      ...all('*').filter(acts).map((element) => `${name(element)} would run a script`),
      ...all('[href^="#"]').filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
        .map((link) => `nothing is called ${link.hash}`),
    ];
  }

  // What of the page is seen, and in which colours.
  function painting() {
    return all('body, body *').map((element) => {
      if (!element.checkVisibility()) return '';
      const { color, fill, backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      return [color, fill, backgroundColor, backgroundImage, opacity].join();
    }).join('\n');
  }

  function white() {
    const dark = (colour) => {
      const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
      return alpha > 0.05 && red + green + blue < 690;
    };
    return [document.documentElement, document.body]
      .map((element) => [name(element), getComputedStyle(element).backgroundColor])
      .filter(([, colour]) => dark(colour))
      .map(([where, colour]) => `${where} is printed on ${colour}`);
  }

  // A4 less the margins of @page, in CSS pixels.
  function paperWidth() {
    const sheet = (794 / 210);
    const millimetres = (length) => {
      const unit = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, px: 25.4 / 96 };
      const [, number, name] = length.match(/^([\d.]+)([a-z]*)$/) ?? [0, 0, 'mm'];
      return Number(number) * (unit[name] ?? 1);
    };
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSPageRule);
    const across = rules.some(({ style }) => /landscape/i.test(style.size)) ? 1123 : 794;
    const margins = rules.map(({ style }) => millimetres(style.marginLeft) + millimetres(style.marginRight));
    return Math.floor(across - Math.max(0, ...margins) * sheet);
  }

  // Invisible words before and after what must stay whole, to be looked for in the print.
  function token(element, where, word) {
    const span = document.createElement('span');
    span.textContent = word;
    span.style.cssText = 'position:absolute;font:0.05px monospace;letter-spacing:0;white-space:nowrap;text-transform:none';
    element[where](span);
  }
  function tokens(annex) {
    const start = annex && document.querySelector(annex);
    if (start) token(start, 'prepend', 'zqaq');
    all('tbody tr, .card, figure').forEach((whole, i) => {
      for (const part of all('td, th, p, li, dt, dd, h2, h3, h4, figcaption', whole)) {
        token(part, 'prepend', `zqr${i}q`);
        token(part, 'append', `zqr${i}q`);
      }
    });
  }

  // Letters smaller than so many points; each kind of element is told once.
  function small(least) {
    const faults = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const points = parseFloat(getComputedStyle(text.parentElement).fontSize) * 0.75;
      if (text.data.trim() && points < least - 0.01) faults.add(`${name(text.parentElement)} is set in ${points} points`);
    }
    return [...faults];
  }

  return { width, drawing, alone, painting, white, paperWidth, tokens, small };
})();
