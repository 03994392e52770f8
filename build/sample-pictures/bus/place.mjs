/** What the parts of this picture agree on: its colours, and where the nose of the bus is. */

/** What the dark turns to. */
export const NIGHT = '#12202b'
/** The red of the bus. */
export const RED = '#b8432f'
/** The cream of the bus. */
export const CREAM = '#efe2c8'
/** How far right the bus reaches, in pixels. */
export const NOSE = 1004
