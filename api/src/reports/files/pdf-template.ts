/**
 * The Typst template of every paper. It is constant: everything that differs comes as data (`sys.inputs.paper`) and is
 * set as strings, so nothing that somebody has written can become markup, code or a file that is read.
 */
export const PDF_TEMPLATE = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let style = paper.style
#let rgbof(hex) = rgb("#" + hex)
#let ink = rgbof(style.ink)
#let quiet = rgbof(style.quiet)
#let accent = rgbof(style.accent)
#let soft = rgbof(style.accentSoft)
#let line-color = rgbof(style.line)
#let is-head = paper.layout.title == "head"
#let tone(name) = style.tones.at(name)

#set document(title: paper.documentTitle, author: paper.author, date: datetime(..paper.date))
#set text(font: "Source Sans 3", fallback: false, size: 10pt, fill: ink, lang: paper.lang, region: paper.region, hyphenate: true, number-type: "lining", costs: (hyphenation: 250%, runt: 300%))
#set par(leading: 0.62em, spacing: 0.85em, justify: false, linebreaks: "optimized")
#set page(
  paper: paper.layout.size,
  flipped: paper.layout.isLandscape,
  margin: (x: 2.4cm, top: 2.6cm, bottom: 2.3cm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8.5pt, fill: quiet)
    block(width: 100%, inset: (bottom: 5pt), stroke: (bottom: 0.5pt + line-color), grid(columns: (1fr, auto), paper.running.left, align(right, text(weight: "semibold", paper.running.right))))
  },
  footer: context if is-head or counter(page).get().first() > 1 {
    set text(size: 8.5pt, fill: quiet)
    align(right, [#paper.page.page #counter(page).display("1") #paper.page.of #counter(page).final().first()])
  },
)

// A string with its line ends kept.
#let lines(value) = value.split("\n").map(part => [#part]).join(linebreak())

#show heading: set text(hyphenate: false)
#show heading.where(level: 1): it => block(above: if is-head { 1.6em } else { 2.4em }, below: if is-head { 0.8em } else { 1em }, sticky: true, text(size: if is-head { 14pt } else { 19pt }, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: if is-head { 1.6em } else { 2em }, below: if is-head { 0.65em } else { 0.9em }, sticky: true, text(size: if is-head { 11.5pt } else { 13.5pt }, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.7em, below: 0.7em, sticky: true, text(size: 11.5pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 4): it => block(above: 1.7em, below: 0.6em, sticky: true, text(size: 10pt, weight: "bold", it.body))
#show figure: set block(breakable: true, above: 1.4em, below: 1.2em)
#show figure.caption: it => block(width: 100%, sticky: true, below: 0.6em, align(left, text(size: 9pt, weight: "semibold", fill: quiet, it.body)))
#set figure.caption(position: top)
#show figure: set align(left)
#set table(inset: (x: 4pt, y: 4pt), stroke: none)
#set table.cell(breakable: false)

#let toned(value, name) = if name == none { lines(value) } else { text(weight: "semibold", fill: rgbof(tone(name).ink), lines(value)) }

#let fact-rows(items) = grid(
  columns: (3.9cm, 1fr),
  column-gutter: 0.3cm,
  row-gutter: 0.6em,
  ..items.map(item => (text(weight: "semibold", item.label), toned(item.value, item.at("tone", default: none)))).flatten(),
)

// The first rows stand together and with what comes before and after, so that no page ends in the middle of them.
#let facts(items) = {
  let first = calc.min(3, items.len())
  block(width: 100%, above: 1.1em, below: if items.len() > first { 0.6em } else { 1.2em }, breakable: false, sticky: items.len() > first, fact-rows(items.slice(0, first)))
  if items.len() > first { block(width: 100%, above: 0.6em, below: 1.2em, fact-rows(items.slice(first))) }
}

#let caption(it) = if it.label == "" { it.text } else [#it.label. #it.text]

#let data-table(it) = {
  let last = it.rows.len() - 1
  let is-dense = it.at("isDense", default: false)
  let body = {
    set text(size: if is-dense { 8.2pt } else { 8.8pt })
    set par(leading: if is-dense { 0.42em } else { 0.5em })
    table(
      inset: (x: if is-dense { 3pt } else { 4pt }, y: if is-dense { 2.3pt } else { 4pt }),
      columns: it.columns.map(column => column.width * 1fr),
      align: (x, y) => (if it.columns.at(x).align == "end" { right } else { left }) + (if y == 0 { bottom } else { top }),
      fill: (x, y) => if y == 0 { soft },
      table.header(..it.columns.map(column => text(weight: "semibold", hyphenate: false, column.header))),
      table.hline(stroke: 0.9pt + accent),
      ..it.rows.enumerate().map(((y, row)) => (
        if it.hasTotal and y == last { (table.hline(stroke: 0.9pt + quiet),) } else { () },
        row.enumerate().map(((x, cell)) => {
          set text(hyphenate: it.columns.at(x).align != "end")
          if it.hasTotal and y == last { text(weight: "bold", cell.text) } else { toned(cell.text, cell.at("tone", default: none)) }
        }),
        (table.hline(stroke: 0.4pt + line-color),),
      )).flatten(),
    )
  }
  let whole = figure(kind: "table-block", supplement: none, numbering: none, caption: caption(it.caption), body)
  if it.rows.len() <= (if it.hasTotal { 14 } else { 4 }) { block(breakable: false, width: 100%, whole) } else { whole }
  if it.note != "" { block(above: 0.5em, text(size: 8.5pt, fill: quiet, it.note)) }
}

#let series-fill(series) = if series.tone == "now" { rgbof(style.now) } else if series.tone == "last" { rgbof(style.last) } else { rgbof(tone(series.tone).mark) }

#let legend(it) = block(below: 0.8em, it.series.map(series => box[
  #box(width: 0.75em, height: 0.75em, baseline: 0.05em, fill: series-fill(series), stroke: 0.4pt + ink)
  #h(0.25em)#series.symbol #series.name
]).join(h(1.2em)))

#let stacked(it) = {
  let totals = range(it.categories.len()).map(index => it.series.map(series => series.values.at(index)).filter(value => value != none).sum(default: 0))
  let most = calc.max(1, ..totals)
  let room = 12.2cm
  grid(
    columns: (3.2cm, 1fr),
    column-gutter: 0.3cm,
    row-gutter: 0.16cm,
    align: (right + horizon, left + horizon),
    ..it.categories.enumerate().map(((index, category)) => (
      text(category),
      stack(dir: ltr, ..it.series.map(series => {
        let value = series.values.at(index)
        if value == none or value == 0 { none } else {
          let width = value / most * room
          let shown = if width > 1cm { [#series.symbol #value] } else if width > 0.35cm { [#value] } else { [] }
          box(width: width, height: 0.58cm, fill: series-fill(series), stroke: 0.6pt + white, align(center + horizon, text(fill: white, weight: "semibold", size: 8.5pt, shown)))
        }
      }).filter(part => part != none)),
    )).flatten(),
  )
}

#let grouped(it) = {
  let values = it.series.map(series => series.values.filter(value => value != none)).flatten()
  let most = calc.max(0.0001, ..values)
  let room = 9.2cm
  let thick = calc.min(0.3cm, 17cm / (it.categories.len() * it.series.len()))
  grid(
    columns: (4.6cm, 1fr),
    column-gutter: 0.3cm,
    row-gutter: thick * 0.55,
    align: (right + horizon, left + horizon),
    ..it.categories.enumerate().map(((index, category)) => (
      text(category),
      stack(dir: ttb, spacing: 0.03cm, ..it.series.enumerate().map(((place, series)) => {
        let value = series.values.at(index)
        let label = it.labels.at(place).at(index)
        box(height: thick, stack(dir: ltr, spacing: 0.12cm,
          box(height: thick, width: if value == none { 0cm } else { calc.max(0.02cm, calc.max(0, value) / most * room) }, fill: series-fill(series)),
          box(height: thick, align(left + horizon, text(size: calc.min(8pt, thick * 1.05), label))),
        ))
      })),
    )).flatten(),
  )
}

#let chart(it) = figure(
  kind: "chart-block", supplement: none, numbering: none, alt: it.altText, caption: caption(it.caption),
  block(breakable: false, width: 100%, {
    set text(size: 8.8pt)
    set par(leading: 0.4em)
    if it.series.len() > 0 { legend(it) }
    if it.form == "stacked" { stacked(it) } else { grouped(it) }
    if it.form == "grouped" and it.valueTitle != "" { block(above: 0.6em, text(size: 8pt, fill: quiet, it.valueTitle)) }
  }),
)

#let callout(it) = {
  let colours = if it.tone == "notice" { (mark: style.accent, soft: style.accentSoft, ink: style.accent) } else { tone(it.tone) }
  block(width: 100%, above: 1em, below: 1.1em, breakable: false, sticky: true, fill: rgbof(colours.soft), stroke: (left: 3pt + rgbof(colours.mark)), inset: (x: 10pt, y: 8pt), {
    text(size: 12pt, weight: "bold", fill: rgbof(colours.ink), it.title)
    if it.text != "" { linebreak(); lines(it.text) }
  })
}

#let with-details(it) = { lines(it.text); if it.details != "" { linebreak(); text(size: 9pt, fill: quiet, lines(it.details)) } }

#let clause(it) = block(width: 100%, above: 0.9em, below: 0.9em, stroke: (left: 2.2pt + accent), inset: (left: 8pt, y: 2pt), grid(
  columns: (1.9cm, 1fr),
  column-gutter: 0.2cm,
  text(weight: "bold", fill: accent, it.mark),
  with-details(it),
))

#let signatures(it) = block(width: 100%, above: 1.2em, grid(
  columns: (1fr, 1fr),
  column-gutter: 1cm,
  row-gutter: 0.7cm,
  ..it.items.map(item => block(breakable: false, width: 100%, {
    if it.items.any(other => other.signed == "") { block(width: 100%, height: 1.1cm, below: 0.4em, stroke: if item.signed == "" { (bottom: 0.7pt + ink) }) }
    text(weight: "semibold", item.name)
    if item.role != "" { linebreak(); text(size: 9pt, fill: quiet, item.role) }
    if item.signed != "" { linebreak(); text(size: 9pt, lines(item.signed)) }
  })),
))

#let checklist(it) = list(marker: box(width: 0.75em, height: 0.75em, baseline: 0.05em, stroke: 0.7pt + quiet), body-indent: 0.6em, ..it.items.map(with-details))

#let picture(it) = align(center, image(bytes(it.svg), format: "svg", width: it.width * 1%, alt: it.altText))

#let draw(it, leads-facts) = {
  if it.kind == "heading" { heading(level: it.level, [#if it.number != "" [#it.number#h(0.6em)]#it.text]) }
  else if it.kind == "paragraph" {
    if it.emphasis == "lead" { block(above: 1.4em, below: 1.1em, text(size: 13pt, lines(it.text))) }
    else if it.emphasis == "quiet" { block(sticky: true, text(fill: quiet, lines(it.text))) }
    else if leads-facts { block(sticky: true, par(lines(it.text))) }
    else { par(lines(it.text)) }
  }
  else if it.kind == "facts" { facts(it.items) }
  else if it.kind == "list" { list(..it.items.map(lines)) }
  else if it.kind == "table" { data-table(it) }
  else if it.kind == "chart" { chart(it) }
  else if it.kind == "callout" { callout(it) }
  else if it.kind == "clause" { clause(it) }
  else if it.kind == "signatures" { signatures(it) }
  else if it.kind == "checklist" { checklist(it) }
  else if it.kind == "picture" { picture(it) }
  else if it.kind == "page_break" { pagebreak(weak: true) }
}

// Title: on a page of its own, or at the head of the first
#let page-title = paper.titlePage
#let standing-lines() = {
  if page-title.standing != "" { text(size: if is-head { 11pt } else { 13pt }, weight: "semibold", fill: accent, page-title.standing) }
  if page-title.notice != none { block(width: 100%, fill: soft, inset: 9pt, text(weight: "semibold", page-title.notice)) }
}
#if is-head {
  text(size: 11pt, weight: "semibold", fill: accent, page-title.eyebrow)
  block(above: 0.7em, below: 0.8em, text(hyphenate: false, size: 23pt, weight: "bold", page-title.title))
  if page-title.subtitle != "" { block(below: 1em, text(hyphenate: false, size: 12.5pt, lines(page-title.subtitle))) }
  line(length: 100%, stroke: 1.6pt + accent)
  standing-lines()
  if page-title.facts.len() > 0 { facts(page-title.facts) }
} else {
  v(5.2cm)
  text(size: 13pt, weight: "semibold", fill: accent, page-title.eyebrow)
  v(0.1cm)
  block(below: 1.5em, text(hyphenate: false, size: 34pt, weight: "bold", page-title.title))
  block(below: 1.8em, text(hyphenate: false, size: 16pt, page-title.subtitle))
  line(length: 100%, stroke: 2pt + accent)
  v(0.3cm)
  standing-lines()
  v(0.5cm)
  facts(page-title.facts)
}

#show outline.entry.where(level: 1): it => block(above: 1.1em, text(weight: "semibold", it))
#if paper.layout.hasContents {
  pagebreak()
  block(below: 1.2em, text(size: 19pt, weight: "bold", fill: accent, paper.contentsTitle))
  outline(title: none, depth: 2, indent: 1.2em)
}

#let section-blocks(section) = { for (index, block) in section.blocks.enumerate() { draw(block, index + 1 < section.blocks.len() and section.blocks.at(index + 1).kind == "facts") } }
#let first-beside = paper.layout.at("firstBeside", default: none)
#let beside-others = paper.layout.at("besideOthers", default: none)
#if first-beside != none and paper.sections.len() > 1 {
  let others = paper.sections.slice(1)
  grid(columns: (first-beside * 1%, ..others.map(_ => 1fr)), column-gutter: 0.8cm, section-blocks(paper.sections.first()), ..others.map(section => { set text(size: 9pt); section-blocks(section) }))
} else if beside-others != none and paper.sections.len() > 1 {
  section-blocks(paper.sections.first())
  pagebreak(weak: true)
  grid(columns: (1fr,) * beside-others, column-gutter: 0.8cm, row-gutter: 0.6cm, ..paper.sections.slice(1).map(section => { set text(size: 9pt); section-blocks(section) }))
} else { for section in paper.sections { section-blocks(section) } }
`;
