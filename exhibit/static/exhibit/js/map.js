/* Moves the exhibit's map: nearer, further, sideways. Without this file the whole map is shown. */

const NEAREST = 8;
const STEP = 1.5;
const SVG = 'http://www.w3.org/2000/svg';

/** Return the window on the sheet after zooming by `factor` about a point, kept on the sheet. */
export function zoomed(view, sheet, factor, x = view.x + view.width / 2, y = view.y + view.height / 2) {
  const width = Math.min(sheet.width, Math.max(sheet.width / NEAREST, view.width / factor));
  const scale = width / view.width;
  return kept({ x: x - (x - view.x) * scale, y: y - (y - view.y) * scale, width, height: view.height * scale }, sheet);
}

/** Return the window moved by a part of its own size, kept on the sheet. */
export function moved(view, sheet, across, down) {
  return kept({ ...view, x: view.x + across * view.width, y: view.y + down * view.height }, sheet);
}

function kept(view, sheet) {
  return {
    ...view,
    x: Math.min(Math.max(view.x, 0), sheet.width - view.width),
    y: Math.min(Math.max(view.y, 0), sheet.height - view.height),
  };
}

/** Make the map in `room` movable by buttons, keys, wheel with Ctrl, and fingers. */
export function moveMap(room) {
  const drawing = room.querySelector('[data-map-sheet]');
  const { width, height } = drawing.viewBox.baseVal;
  const sheet = { width, height };
  let view = { x: 0, y: 0, width, height };
  const fingers = new Map();
  let hasMoved = false;

  const show = (next) => {
    view = next;
    drawing.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
    const isNear = view.width < width - 0.5;
    drawing.toggleAttribute('data-is-near', isNear);
    whole.disabled = further.disabled = !isNear;
    nearer.disabled = view.width <= width / NEAREST + 0.5;
    keepLettering(drawing, view.width / width);
  };
  const pointAt = (event) => {
    const box = drawing.getBoundingClientRect();
    return [
      view.x + ((event.clientX - box.left) / box.width) * view.width,
      view.y + ((event.clientY - box.top) / box.height) * view.height,
    ];
  };

  const tools = document.createElement('div');
  tools.className = 'chart-room__tools';
  const nearer = button(tools, room.dataset.nearer, 'M10 4v12M4 10h12', () => show(zoomed(view, sheet, STEP)));
  const further = button(tools, room.dataset.further, 'M4 10h12', () => show(zoomed(view, sheet, 1 / STEP)));
  const whole = button(tools, room.dataset.whole, 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4', () =>
    show({ x: 0, y: 0, ...sheet }),
  );
  room.append(tools);

  drawing.setAttribute('tabindex', '0');
  drawing.setAttribute('aria-description', room.dataset.help);
  drawing.toggleAttribute('data-is-movable', true);
  const keys = {
    '+': () => zoomed(view, sheet, STEP),
    '=': () => zoomed(view, sheet, STEP),
    '-': () => zoomed(view, sheet, 1 / STEP),
    0: () => ({ x: 0, y: 0, ...sheet }),
    ArrowLeft: () => moved(view, sheet, -0.15, 0),
    ArrowRight: () => moved(view, sheet, 0.15, 0),
    ArrowUp: () => moved(view, sheet, 0, -0.15),
    ArrowDown: () => moved(view, sheet, 0, 0.15),
  };
  drawing.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act && !(event.altKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      show(act());
    }
  });
  drawing.addEventListener(
    'wheel',
    (event) => {
      // The plain wheel goes on scrolling the page.
      if (event.ctrlKey) {
        event.preventDefault();
        show(zoomed(view, sheet, event.deltaY < 0 ? 1.15 : 1 / 1.15, ...pointAt(event)));
      }
    },
    { passive: false },
  );
  drawing.addEventListener('dblclick', (event) => show(zoomed(view, sheet, STEP, ...pointAt(event))));
  drawing.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event);
    hasMoved = false;
  });
  drawing.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    const other = [...fingers.values()].find((each) => each.pointerId !== event.pointerId);
    const box = drawing.getBoundingClientRect();
    const across = (before.clientX - event.clientX) / box.width;
    const down = (before.clientY - event.clientY) / box.height;
    if (!hasMoved && Math.hypot(across * box.width, down * box.height) < 4) {
      return;
    }
    if (!hasMoved) {
      hasMoved = true;
      // Only a real movement takes the pointer, so that a tap still reaches a place's link.
      drawing.setPointerCapture(event.pointerId);
    }
    if (other) {
      const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
      show(zoomed(view, sheet, apart(event) / apart(before), ...pointAt(event)));
    } else {
      show(moved(view, sheet, across, down));
    }
    fingers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    drawing.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  drawing.addEventListener(
    'click',
    (event) => {
      if (hasMoved) {
        event.preventDefault();
        hasMoved = false;
      }
    },
    true,
  );
  drawing.addEventListener('dragstart', (event) => event.preventDefault());
  show(view);
}

/** Where the sheet is wider than the screen, begin where most places are. */
export function showPlaces(room) {
  const drawing = room.querySelector('[data-map-sheet]');
  const frame = drawing.parentElement;
  const middles = [...drawing.querySelectorAll('.map-marker__dot')]
    .map((dot) => Number(dot.getAttribute('cx')))
    .sort((one, other) => one - other);
  if (middles.length && frame.scrollWidth > frame.clientWidth) {
    const median = middles[Math.floor(middles.length / 2)] / drawing.viewBox.baseVal.width;
    const target = drawing.getBoundingClientRect().left + median * drawing.clientWidth;
    const centre = frame.getBoundingClientRect().left + frame.clientWidth / 2;
    frame.scrollBy({ left: target - centre, behavior: 'instant' });
  }
}

/** Letters and markers keep their size on the screen while the land comes nearer. */
function keepLettering(drawing, scale) {
  for (const group of drawing.querySelectorAll('.map-marker')) {
    const dot = group.querySelector('.map-marker__dot');
    const x = Number(dot?.getAttribute('cx'));
    const y = Number(dot?.getAttribute('cy'));
    if (dot) {
      group.setAttribute('transform', `translate(${x} ${y}) scale(${scale}) translate(${-x} ${-y})`);
    }
  }
}

function button(parent, label, path, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  icon.append(line);
  made.append(icon);
  made.addEventListener('click', act);
  parent.append(made);
  return made;
}

for (const room of document.querySelectorAll('[data-map-room]')) {
  moveMap(room);
  showPlaces(room);
}
