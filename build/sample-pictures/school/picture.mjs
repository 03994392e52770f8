/** The night school: an old silk mill with its tall windows lit, seen across the yard. */
import { box, layGrain, sheetOf } from '../kit/sheet.mjs'
import { drawDoor, drawFrames, drawWall } from './mill.mjs'
import { BAY, BAYS, arched } from './place.mjs'
import { drawLesson, drawWorkroom } from './rooms.mjs'
import { drawArrivals, drawCat, drawNight, drawTree, drawYard } from './yard.mjs'

/** Draws the picture; 2000 × 1000 pixels. */
export const drawNightSchool = () => {
  const sheet = sheetOf(2000, 1000)
  drawNight(sheet)
  drawWall(sheet)
  sheet.group(
    { 'clip-path': sheet.clip(BAYS.map((x) => arched(x, 136, BAY, 366, 20)).join('')) },
    () => drawWorkroom(sheet),
  )
  sheet.group(
    { 'clip-path': sheet.clip(BAYS.map((x) => arched(x, 436, BAY, 736, 24)).join('')) },
    () => drawLesson(sheet),
  )
  drawFrames(sheet, 136, 366, 20, 3, [0.3], BAYS)
  drawFrames(sheet, 436, 736, 24, 3, [0.26], BAYS)
  drawDoor(sheet)
  const glow = sheet.blur(46)
  sheet.group({ filter: glow, opacity: 0.3, style: 'mix-blend-mode:screen' }, () => {
    for (const x of BAYS) sheet.fill(box(x - 10, 430, BAY + 20, 320), '#e9a95a')
    for (const x of BAYS) sheet.fill(box(x - 10, 130, BAY + 20, 240), '#d9974c')
  })
  drawYard(sheet)
  drawArrivals(sheet)
  drawCat(sheet, 940, 940, 36)
  drawTree(sheet)
  sheet.wash(
    sheet.radial([1150, 560], 1350, [0, '#ffe9bd', 0.08], [0.5, '#ffe9bd', 0], [1, '#0c161d', 0.5]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
