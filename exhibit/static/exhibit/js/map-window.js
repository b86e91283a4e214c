/* The part of a map's sheet that is seen through its frame: {x, y, width, height} in the sheet's units. */

export const NEAREST = 8;

/** Return the largest window of a frame's shape that lies on the sheet, round a point. */
export function widest(sheet, ratio, point) {
  const width = Math.min(sheet.width, sheet.height * ratio);
  return kept(centred({ width, height: width / ratio }, point), sheet);
}

/** Return the window round a point; it may reach over the sheet's edge. */
export function centred(view, [x, y]) {
  return { ...view, x: x - view.width / 2, y: y - view.height / 2 };
}

/** Return the window on the sheet after zooming by `factor` about a point, kept on the sheet. */
export function zoomed(view, sheet, factor, [x, y]) {
  const most = Math.min(sheet.width, (sheet.height * view.width) / view.height);
  const width = Math.min(most, Math.max(most / NEAREST, view.width / factor));
  const scale = width / view.width;
  return kept(
    { x: x - (x - view.x) * scale, y: y - (y - view.y) * scale, width, height: view.height * scale },
    sheet,
  );
}

/** Return the window moved by parts of its own size, kept on the sheet. */
export function moved(view, sheet, across, down) {
  return kept({ ...view, x: view.x + across * view.width, y: view.y + down * view.height }, sheet);
}

export function middleOf(view) {
  return [view.x + view.width / 2, view.y + view.height / 2];
}

export function holds(view, [x, y]) {
  return x > view.x && x < view.x + view.width && y > view.y && y < view.y + view.height;
}

function kept(view, sheet) {
  return {
    ...view,
    x: Math.min(Math.max(view.x, 0), sheet.width - view.width),
    y: Math.min(Math.max(view.y, 0), sheet.height - view.height),
  };
}
