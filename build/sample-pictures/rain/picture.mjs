/** The back-page picture: a street of stone steps down to the river, in the rain, under umbrellas. */
import { drawMist } from '../kit/land.mjs'
import { layGrain, sheetOf } from '../kit/sheet.mjs'
import { PEOPLE, drawJar, drawRabbit, drawWalker } from './people.mjs'
import { HALF, MIST, groundAt } from './place.mjs'
import { drawLantern, drawShop } from './shops.mjs'
import { drawGarden, drawSteps, drawView, drawWetLight } from './view.mjs'
import { drawRain, drawSplashes } from './weather.mjs'

/** Draws the picture; 2000 × 1000 pixels. */
export const drawRainyStreet = () => {
  const sheet = sheetOf(2000, 1000)
  drawView(sheet)
  drawSteps(sheet)
  drawMist(sheet, 12, 6, 300, 430, MIST, 0.5)
  const shops = [
    { side: -1, near: 26, far: 40, top: -3.4, wall: '#7c8a88', seed: 3 },
    { side: -1, near: 18, far: 26, top: -1.2, wall: '#6b6f68', seed: 7 },
    { side: 1, near: 17, far: 24, top: -2.6, wall: '#74827f', seed: 11, upper: false },
    { side: -1, near: 11.6, far: 18, top: 1.7, wall: '#77695b', seed: 4 },
    { side: -1, near: 6.2, far: 11.6, top: 3.6, wall: '#5f6a68', seed: 9 },
    {
      side: 1,
      near: 3.6,
      far: 7.2,
      top: 1.2,
      wall: '#6a5d53',
      seed: 6,
      upper: false,
      keeper: {
        bay: 1,
        look: { skin: '#c98d68', hair: '#b9b9b0', top: '#3d5866', bottom: '#2f3a40' },
      },
    },
    {
      side: -1,
      near: 2.3,
      far: 6.2,
      top: 5.4,
      wall: '#6f5e50',
      seed: 12,
      keeper: {
        bay: 1,
        look: {
          skin: '#d8a17c',
          top: '#a8412f',
          bottom: '#2f3a40',
          hairStyle: 'bun',
          apron: '#efe3cb',
        },
      },
    },
  ]
  drawWetLight(sheet, [
    [-HALF, 14, 3, 0.7],
    [-HALF, 9, 3.4, 0.9],
    [-HALF, 4.6, 3.4, 1],
    [HALF, 5, 2.8, 1],
  ])
  const behind = shops.filter((shop) => shop.far > 16 || shop.side < 0)
  for (const shop of behind) drawShop(sheet, shop)
  drawGarden(sheet)
  drawSplashes(sheet)
  drawLantern(sheet, -2.7, groundAt(11) + 2.6, 11)
  for (const person of PEOPLE.slice(0, 6)) drawWalker(sheet, person)
  drawLantern(sheet, -2.62, groundAt(6.6) + 2.7, 6.4)
  drawShop(sheet, shops[5])
  drawLantern(sheet, 2.55, 0.62, 5.6)
  for (const person of PEOPLE.slice(6, 8)) drawWalker(sheet, person)
  drawRabbit(sheet, drawWalker(sheet, PEOPLE[8]))
  drawJar(sheet, 1440, 880, 92)
  drawRain(sheet)
  sheet.wash(
    sheet.radial([960, 420], 1350, [0, '#fff3da', 0.1], [0.55, '#fff3da', 0], [1, '#10262f', 0.42]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
