/** The valve works: morning light in the machine shop, two people over one small block. */
import { STANDING, drawFigure, walking } from '../kit/figure.mjs'
import { layGrain, numbers, sheetOf } from '../kit/sheet.mjs'
import {
  drawBackWindows,
  drawBeams,
  drawFittings,
  drawFloor,
  drawShell,
  drawSideWindows,
  drawTrusses,
} from './hall.mjs'
import { drawCrane, drawLathe, drawMill, drawPallet, drawTrolley } from './machines.mjs'
import { drawBench, drawPair } from './people.mjs'
import { scaleAt, spot } from './place.mjs'

/** Draws the picture; 2000 × 1000 pixels. */
export const drawWorkshop = () => {
  const sheet = sheetOf(2000, 1000)
  drawShell(sheet)
  drawBackWindows(sheet)
  drawFittings(sheet)
  drawSideWindows(sheet, -1)
  drawSideWindows(sheet, 1)
  drawFloor(sheet)
  drawTrusses(sheet)
  drawCrane(sheet)
  for (const [x, z] of numbers('-7.6 23, 5.4 23, -7.6 17, 8.4 17.5'))
    drawLathe(sheet, x, z, '#5a8576')
  const far = (x, z, facing, look, pose) => {
    const [px, py] = spot(x, 0, z)
    drawFigure(sheet, {
      x: px,
      y: py,
      height: scaleAt(z) * 1.7,
      facing,
      pose,
      look: { skin: '#c99772', bottom: '#5a6d72', ...look },
    })
  }
  far(
    -3.9,
    18,
    -1,
    { top: '#6b8794', hat: 'helmet', hatColour: '#e0b04c' },
    { ...STANDING, lean: 0.1, arms: numbers('0.7 0.7, 0.8 0.6') },
  )
  far(-0.4, 20, 1, { top: '#8a9aa0', hat: 'helmet', hatColour: '#d9765a' }, walking(0.2))
  far(
    1.1,
    14.5,
    1,
    { top: '#a35a44', hat: 'helmet', hatColour: '#e0b04c' },
    { ...STANDING, arms: numbers('2.3 0.3, 0.2 0.4') },
  )
  drawTrolley(sheet, 1196, 742)
  drawBeams(sheet)
  drawMill(sheet, 372, 902)
  drawPair(sheet, 914)
  drawBench(sheet, 936)
  drawPallet(sheet, 900)
  sheet.wash(
    sheet.radial([760, 380], 1450, [0, '#fff1cc', 0.2], [0.5, '#fff1cc', 0], [1, '#15262c', 0.42]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
