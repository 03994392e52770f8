/** The morning market in its shed: mushrooms in front, the aisle and its skylights behind. */
import { drawFrontFace } from '../kit/face.mjs'
import { drawFigure } from '../kit/figure.mjs'
import { layGrain, numbers, sheetOf } from '../kit/sheet.mjs'
import { drawCounter } from './counter.mjs'
import { drawApronDetail, drawBuyer } from './people.mjs'
import {} from './place.mjs'
import { drawBeams, drawShed, drawTrusses } from './shed.mjs'
import { drawShoppers, drawStalls } from './stalls.mjs'

/** Draws the picture; 1200 × 900 pixels. */
export const drawMarket = () => {
  const sheet = sheetOf(1200, 900)
  drawShed(sheet)
  drawTrusses(sheet)
  drawStalls(sheet, -1)
  drawStalls(sheet, 1)
  drawShoppers(sheet)
  drawBeams(sheet)
  const look = { skin: '#d39c76', hair: '#2b2422', scarf: '#3f6a6c' }
  const seller = drawFigure(sheet, {
    x: 752,
    y: 1124,
    height: 780,
    facing: -1,
    view: 'front',
    pose: { lean: -0.03, nod: 0, arms: numbers('0.5 -0.3, 0.4 -1.3'), legs: numbers('0 0, 0 0') },
    look: { skin: look.skin, top: '#b5493a', bottom: '#3d4648', apron: '#efe4cb', headless: true },
  })
  drawFrontFace(sheet, {
    x: seller.head[0] - 4,
    y: seller.head[1] - 4,
    size: 132,
    turn: -0.06,
    look,
  })
  drawApronDetail(sheet, seller)
  drawCounter(sheet)
  drawBuyer(sheet)
  sheet.wash(
    sheet.radial([620, 330], 900, [0, '#fff0c8', 0.2], [0.55, '#fff0c8', 0], [1, '#1f2421', 0.36]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
