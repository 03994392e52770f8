/** The boatwright: an old man with his ear to a plank, the unfinished hull behind him. */
import { layGrain, numbers, sheetOf } from '../kit/sheet.mjs'
import { drawHull } from './hull.mjs'
import { drawFist, drawKnock, drawMan, drawPlank } from './man.mjs'
import { KNOCK, SKIN } from './place.mjs'
import { drawOpening, drawShavings, drawShed } from './shed.mjs'

/** Draws the picture; 1200 × 900 pixels. */
export const drawBoatwright = () => {
  const sheet = sheetOf(1200, 900)
  drawOpening(sheet)
  drawShed(sheet)
  drawHull(sheet)
  drawShavings(
    sheet,
    numbers(
      '90 850 30, 210 872 24, 330 846 28, 470 880 26, 560 852 22, 1010 870 28, 1100 846 24, 820 884 20',
    ),
  )
  drawMan(sheet)
  drawPlank(sheet)
  drawFist(sheet, [KNOCK[0] + 58, KNOCK[1] - 42], 2.5, 66, SKIN)
  drawKnock(sheet, KNOCK)
  sheet.wash(
    sheet.radial([330, 330], 980, [0, '#fff0c8', 0.22], [0.5, '#fff0c8', 0], [1, '#1c1611', 0.48]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
