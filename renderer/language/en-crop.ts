import type { zhCrop } from './zh-crop'

/** The dialog that crops a picture in English. */
export const enCrop: typeof zhCrop = {
  crop: {
    open: 'Crop…',
    title: 'Crop the picture',
    lead: 'Drag an edge or a corner to crop. Click the picture to set its focus, which stays in view where a page crops further. Arrow keys move, with Shift they resize.',
    leadDrawing:
      'Drag an edge or a corner to crop; no page crops a drawing further. Arrow keys move, with Shift they resize.',
    whole: 'The whole picture',
    frame: 'Crop',
    focus: 'Focus',
    saidCrop: 'Left {left}%, top {top}%, width {width}%, height {height}%',
    saidFocus: 'Focus: left {x}%, top {y}%',
    proportions: 'Proportions',
    free: 'Free',
    original: 'Original',
    turn: 'Landscape or portrait',
    size: 'Size',
    pixels: '{width} × {height} pixels',
    column: 'One column, {mm} mm',
    all: 'All columns, {mm} mm',
    ppi: '{ppi} ppi',
    sharp: 'sharp',
    soft: 'soft',
    coarse: 'too low',
    reset: 'Reset',
    cancel: 'Cancel',
    confirm: 'Crop',
  },
}
