/** The lead picture: dawn over the river, the old iron bridge and the first people to cross it. */
import { drawMist, drawRipples } from '../kit/land.mjs'
import { layGrain, mix, numbers, sheetOf } from '../kit/sheet.mjs'
import { drawBarge, drawFerry, drawSampan } from './boats.mjs'
import { drawCrowd } from './crowd.mjs'
import { IRON, IRON_DARK, MIST, WIDTH } from './place.mjs'
import { drawBirds, drawLand, drawReeds, drawRiver, drawSky } from './shores.mjs'
import { drawLamp, drawRail, drawReflection, drawStructure } from './structure.mjs'

/** Draws the picture; 2000 × 1000 pixels. */
export const drawBridge = () => {
  const sheet = sheetOf(2000, 1000)
  drawSky(sheet)
  drawLand(sheet)
  drawRiver(sheet)
  drawReflection(sheet)
  drawRipples(sheet, {
    seed: 53,
    count: 260,
    top: 470,
    bottom: 1000,
    paints: ['#dfe0cc', '#c9d6c8', '#35686f', '#4a8084', '#3b6f75'],
  })
  drawFerry(sheet, 560, 640, 17)
  drawBarge(sheet, 1742, 492, 9)
  drawStructure(sheet)
  drawRail(sheet, WIDTH, mix(IRON, IRON_DARK, 0.4))
  for (const along of [120, 102, 84, 66, 48, 30]) drawLamp(sheet, along, WIDTH - 0.1)
  drawCrowd(sheet)
  drawRail(sheet, -0.2, IRON)
  drawSampan(sheet, 560, 800, 31)
  drawReeds(sheet)
  drawMist(sheet, 17, 8, 470, 560, MIST, 0.35)
  drawBirds(sheet, numbers('780 130 20, 846 108 16, 900 150 13, 738 172 12, 980 122 10'))
  sheet.wash(
    sheet.radial(
      [1150, 260],
      1600,
      [0, '#fff0cf', 0.16],
      [0.5, '#fff0cf', 0],
      [1, '#14323c', 0.28],
    ),
  )
  layGrain(sheet, 0.2)
  return sheet
}
