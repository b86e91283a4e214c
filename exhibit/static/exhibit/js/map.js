/* Moves the exhibit's map: nearer, further, sideways. Without this file the whole map is shown. */

const NEAREST = 8;
const STEP = 1.5;
const ARROW_STEP = 0.15;
const LEAST_DRAG_PX = 4;
const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  nearer: 'M10 4v12M4 10h12',
  further: 'M4 10h12',
  whole: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
};

/** Return the window on the sheet after zooming by `factor` about a point, kept on the sheet. */
export function zoomed(view, sheet, factor, [x, y] = middleOf(view)) {
  const width = Math.min(sheet.width, Math.max(sheet.width / NEAREST, view.width / factor));
  const scale = width / view.width;
  return kept(
    {
      x: x - (x - view.x) * scale,
      y: y - (y - view.y) * scale,
      width,
      height: view.height * scale,
    },
    sheet,
  );
}

/** Return the window moved by parts of its own size, kept on the sheet. */
export function moved(view, sheet, across, down) {
  return kept({ ...view, x: view.x + across * view.width, y: view.y + down * view.height }, sheet);
}

/** Make the map in `room` movable by buttons, keys, the wheel with Ctrl, and fingers. */
export function moveMap(room) {
  const drawing = room.querySelector('[data-map-sheet]');
  const { width, height } = drawing.viewBox.baseVal;
  const map = { drawing, sheet: { x: 0, y: 0, width, height }, view: { x: 0, y: 0, width, height } };
  const tools = addTools(room, map);
  map.show = (view) => {
    map.view = view;
    drawing.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
    const isNear = view.width < width - 0.5;
    drawing.toggleAttribute('data-is-near', isNear);
    tools.further.disabled = tools.whole.disabled = !isNear;
    tools.nearer.disabled = view.width <= width / NEAREST + 0.5;
    keepLettering(drawing, view.width / width);
  };
  drawing.setAttribute('tabindex', '0');
  drawing.setAttribute('aria-description', room.dataset.help);
  drawing.toggleAttribute('data-is-movable', true);
  followKeys(map);
  followWheel(map);
  followFingers(map);
  map.show(map.view);
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

function followKeys(map) {
  const keys = {
    '+': () => zoomed(map.view, map.sheet, STEP),
    '=': () => zoomed(map.view, map.sheet, STEP),
    '-': () => zoomed(map.view, map.sheet, 1 / STEP),
    0: () => map.sheet,
    ArrowLeft: () => moved(map.view, map.sheet, -ARROW_STEP, 0),
    ArrowRight: () => moved(map.view, map.sheet, ARROW_STEP, 0),
    ArrowUp: () => moved(map.view, map.sheet, 0, -ARROW_STEP),
    ArrowDown: () => moved(map.view, map.sheet, 0, ARROW_STEP),
  };
  map.drawing.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act && !(event.altKey || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      map.show(act());
    }
  });
}

function followWheel(map) {
  const { drawing } = map;
  drawing.addEventListener(
    'wheel',
    (event) => {
      // The plain wheel goes on scrolling the page.
      if (event.ctrlKey) {
        event.preventDefault();
        const factor = event.deltaY < 0 ? 1.15 : 1 / 1.15;
        map.show(zoomed(map.view, map.sheet, factor, pointUnder(map, event)));
      }
    },
    { passive: false },
  );
  drawing.addEventListener('dblclick', (event) => {
    map.show(zoomed(map.view, map.sheet, STEP, pointUnder(map, event)));
  });
}

function followFingers(map) {
  const { drawing } = map;
  const fingers = new Map();
  let hasMoved = false;
  drawing.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event);
    hasMoved = false;
  });
  drawing.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before || (!hasMoved && distance(before, event) < LEAST_DRAG_PX)) {
      return;
    }
    if (!hasMoved) {
      hasMoved = true;
      // Only a real movement takes the pointer, so that a tap still reaches a place's link.
      drawing.setPointerCapture(event.pointerId);
    }
    const other = [...fingers.values()].find((each) => each.pointerId !== event.pointerId);
    map.show(other ? pinched(map, before, event, other) : dragged(map, before, event));
    fingers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    drawing.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  const keepFromLinks = (event) => {
    if (hasMoved) {
      event.preventDefault();
      hasMoved = false;
    }
  };
  drawing.addEventListener('click', keepFromLinks, true);
  drawing.addEventListener('dragstart', (event) => event.preventDefault());
}

function dragged(map, before, event) {
  const box = map.drawing.getBoundingClientRect();
  const across = (before.clientX - event.clientX) / box.width;
  const down = (before.clientY - event.clientY) / box.height;
  return moved(map.view, map.sheet, across, down);
}

function pinched(map, before, event, other) {
  const factor = (distance(event, other) || 1) / (distance(before, other) || 1);
  return zoomed(map.view, map.sheet, factor, pointUnder(map, event));
}

/** Names and markers keep their size on the screen while the land comes nearer. */
function keepLettering(drawing, scale) {
  for (const marker of drawing.querySelectorAll('.map-marker')) {
    const dot = marker.querySelector('.map-marker__dot');
    if (dot) {
      const [x, y] = ['cx', 'cy'].map((name) => Number(dot.getAttribute(name)));
      marker.setAttribute(
        'transform',
        `translate(${x} ${y}) scale(${scale}) translate(${-x} ${-y})`,
      );
    }
  }
}

function addTools(room, map) {
  const acts = {
    nearer: () => zoomed(map.view, map.sheet, STEP),
    further: () => zoomed(map.view, map.sheet, 1 / STEP),
    whole: () => map.sheet,
  };
  const bar = document.createElement('div');
  bar.className = 'chart-room__tools';
  const tools = {};
  for (const [name, act] of Object.entries(acts)) {
    tools[name] = button(room.dataset[name], ICONS[name]);
    tools[name].addEventListener('click', () => map.show(act()));
    bar.append(tools[name]);
  }
  room.append(bar);
  return tools;
}

function button(label, path) {
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
  return made;
}

function pointUnder(map, event) {
  const box = map.drawing.getBoundingClientRect();
  return [
    map.view.x + ((event.clientX - box.left) / box.width) * map.view.width,
    map.view.y + ((event.clientY - box.top) / box.height) * map.view.height,
  ];
}

function middleOf(view) {
  return [view.x + view.width / 2, view.y + view.height / 2];
}

function distance(one, other) {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

function kept(view, sheet) {
  return {
    ...view,
    x: Math.min(Math.max(view.x, 0), sheet.width - view.width),
    y: Math.min(Math.max(view.y, 0), sheet.height - view.height),
  };
}

for (const room of document.querySelectorAll('[data-map-room]')) {
  moveMap(room);
  showPlaces(room);
}
