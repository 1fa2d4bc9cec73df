'use strict';
(() => {
  const charts = JSON.parse(document.getElementById('charts').textContent);
  const drawn = [];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const palette = () => ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map(colour);
  const font = getComputedStyle(document.body).fontFamily;
  const narrow = () => window.innerWidth < 700;
  const print = v => v === null || v === undefined ? '–' : Math.abs(v) >= 100 ? v.toFixed(0) : v.toFixed(3);
  const escaped = text => String(text).replace(/[&<>]/g, c => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'}[c]));

  const words = () => ({color: colour('soft'), fontFamily: font, fontSize: 12});
  const valueAxis = (name, more) => Object.assign({
    type: 'value', name, nameLocation: 'middle', nameGap: 28, nameTextStyle: words(), axisLabel: words(),
    splitLine: {lineStyle: {color: colour('line')}}, axisLine: {show: false}, axisTick: {show: false},
  }, more);
  // Shares up to 1, from a round one below the least.
  const shares = least => {
    const min = Math.floor(least * 10) / 10, span = 1 - min;
    return {min, max: 1, interval: span < 0.25 ? 0.02 : span < 0.55 ? 0.1 : span <= 1 ? 0.2 : undefined};
  };
  const rowAxis = labels => ({
    type: 'category', data: labels, inverse: true, axisTick: {show: false},
    axisLine: {lineStyle: {color: colour('line')}},
    axisLabel: Object.assign(words(), {color: colour('ink'), width: narrow() ? 130 : 300, overflow: 'truncate', interval: 0}),
  });
  const tip = more => Object.assign({
    backgroundColor: colour('card'), borderColor: colour('line'), confine: true,
    textStyle: {color: colour('ink'), fontFamily: font, fontSize: 12.5},
  }, more);
  const legend = more => Object.assign({
    top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: words(), inactiveColor: colour('line'),
  }, more);
  const base = () => ({animation: false, color: palette(), textStyle: {fontFamily: font}});
  const grid = more => Object.assign({left: 4, right: 22, top: 34, bottom: 40, containLabel: true}, more);

  const whiskers = (name, points, tint, upright) => ({
    type: 'custom', name, silent: true, z: 1, data: points,
    renderItem: (params, api) => {
      const ends = upright
        ? [api.coord([api.value(0), api.value(1)]), api.coord([api.value(0), api.value(2)])]
        : [api.coord([api.value(1), api.value(0)]), api.coord([api.value(2), api.value(0)])];
      const cap = 4;
      const bar = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke: tint, lineWidth: 1.6}});
      const [[ax, ay], [bx, by]] = ends;
      return {type: 'group', children: upright
        ? [bar(ax, ay, bx, by), bar(ax - cap, ay, ax + cap, ay), bar(bx - cap, by, bx + cap, by)]
        : [bar(ax, ay, bx, by), bar(ax, ay - cap, ax, ay + cap), bar(bx, by - cap, bx, by + cap)]};
    },
  });

  const draw = {
    spans: c => {
      const good = colour('good'), bad = colour('bad'), main = colour('c1');
      const tint = i => !c.difference ? main
        : c.lows[i] !== null && c.lows[i] > 0 ? good : c.highs[i] !== null && c.highs[i] < 0 ? bad : colour('c6');
      const ends = c.values.map((v, i) => [i, c.lows[i] ?? v, c.highs[i] ?? v]).filter(p => p[1] !== null);
      const series = [whiskers(c.valueName, ends, c.difference ? colour('c6') : main, false), {
        type: 'scatter', name: c.valueName, symbolSize: 9, z: 3, itemStyle: {color: main},
        data: c.values.map((v, i) => ({value: [v, i], itemStyle: {color: tint(i)}})),
      }];
      if (c.otherName) {
        series.push({type: 'scatter', name: c.otherName, symbolSize: 8, z: 2,
          itemStyle: {color: colour('paper'), borderColor: colour('c2'), borderWidth: 1.8},
          data: c.others.map((v, i) => [v, i])});
      }
      if (c.difference) {
        series[1].markLine = {silent: true, symbol: 'none', label: {show: false},
          lineStyle: {color: colour('soft'), type: 'solid'}, data: [{xAxis: 0}]};
      }
      const all = [...c.values, ...c.lows, ...(c.otherName ? c.others : [])].filter(v => v !== null);
      const least = Math.min(...all, 1);
      const moved = [...all, ...c.highs].some(v => v !== null && v !== 0);  // else the axis would run from 0 to 10
      return Object.assign(base(), {
        grid: grid(), legend: legend({data: c.otherName ? [c.valueName, c.otherName] : [c.valueName]}),
        xAxis: valueAxis('', c.difference ? (moved ? {scale: true} : {min: -0.1, max: 0.1}) : shares(Math.max(0, least))),
        yAxis: rowAxis(c.labels),
        tooltip: tip({trigger: 'item', formatter: p => {
          const i = p.value[1];
          return '<b>' + escaped(c.labels[i]) + '</b><br>' + escaped(c.valueName) + ' ' + print(c.values[i])
            + (c.lows[i] === null ? '' : ' (' + print(c.lows[i]) + ' to ' + print(c.highs[i]) + ')')
            + (c.otherName ? '<br>' + escaped(c.otherName) + ' ' + print(c.others[i]) : '');
        }}),
        series,
      });
    },
    stacks: c => Object.assign(base(), {
      grid: grid(), legend: legend(), xAxis: valueAxis(c.axis, {minInterval: 1}), yAxis: rowAxis(c.labels),
      tooltip: tip({trigger: 'axis', axisPointer: {type: 'shadow'}}),
      series: c.series.map(s => ({type: 'bar', stack: 'all', name: s.name, data: s.values, barMaxWidth: 14,
        itemStyle: {borderColor: colour('paper'), borderWidth: 0.5}})),
    }),
    dots: c => {
      const symbols = ['circle', 'rect', 'triangle', 'diamond'];
      const all = c.series.flatMap(s => s.values).filter(v => v !== null);
      return Object.assign(base(), {
        grid: grid(), legend: legend(), yAxis: rowAxis(c.labels),
        xAxis: valueAxis(c.axis, shares(Math.min(...all, 0.9))),
        tooltip: tip({trigger: 'item', formatter: p => '<b>' + escaped(c.labels[p.value[1]]) + '</b><br>'
          + escaped(p.seriesName) + ' ' + print(p.value[0])}),
        series: c.series.map((s, k) => ({type: 'scatter', name: s.name, symbol: symbols[k % 4], symbolSize: 9,
          data: s.values.map((v, i) => [v, i])})),
      });
    },
    reliability: c => Object.assign(base(), {
      grid: grid({right: 16}), legend: legend({data: ['right', 'as stated']}),
      xAxis: valueAxis('stated certainty', {min: 0, max: 1}),
      yAxis: valueAxis('share that was right', {min: 0, max: 1, nameGap: 36}),
      tooltip: tip({trigger: 'item', formatter: p => {
        const i = p.dataIndex;
        return 'stated ' + print(c.stated[i]) + '<br>right ' + print(c.right[i]) + ' (' + print(c.low[i]) + ' to '
          + print(c.high[i]) + ')<br>' + c.counts[i] + ' lines';
      }}),
      series: [
        {type: 'line', name: 'as stated', symbol: 'none', silent: true, data: [[0, 0], [1, 1]],
          lineStyle: {color: colour('c6'), type: 'dashed', width: 1.4}, itemStyle: {color: colour('c6')}},
        whiskers('interval', c.stated.map((x, i) => [x, c.low[i], c.high[i]]), colour('c1'), true),
        {type: 'line', name: 'right', z: 3, data: c.stated.map((x, i) => [x, c.right[i]]), itemStyle: {color: colour('c1')},
          lineStyle: {color: colour('c1'), width: 1.4}, symbol: 'circle',
          symbolSize: (v, p) => 6 + 12 * Math.sqrt(c.counts[p.dataIndex] / Math.max(...c.counts))},
      ],
    }),
    histogram: c => {
      const n = c.series[0].values.length;
      const labels = Array.from({length: n}, (_, i) => +(c.from + i * c.width).toFixed(4));
      return Object.assign(base(), {
        grid: grid(), legend: legend({show: c.series.length > 1}),
        xAxis: {type: 'category', data: labels, name: c.axis, nameLocation: 'middle', nameGap: 28, nameTextStyle: words(),
          axisLabel: words(), axisTick: {show: false}, axisLine: {lineStyle: {color: colour('line')}}},
        yAxis: valueAxis('', {minInterval: 1}),
        tooltip: tip({trigger: 'axis', axisPointer: {type: 'shadow'}, formatter: ps =>
          print(ps[0].name * 1) + ' to ' + print(ps[0].name * 1 + c.width)
          + ps.map(p => '<br>' + (c.series.length > 1 ? escaped(p.seriesName) + ' ' : '') + p.value).join('')}),
        series: c.series.map(s => ({type: 'bar', name: s.name, data: s.values, barCategoryGap: '12%'})),
      });
    },
    lines: c => Object.assign(base(), {
      grid: grid({left: 20}), legend: legend(), xAxis: valueAxis(c.xAxis, {scale: true}),
      yAxis: valueAxis(c.yAxis, {type: c.log ? 'log' : 'value', nameGap: 48}),
      tooltip: tip({trigger: 'axis'}),
      series: c.series.map(s => ({type: 'line', name: s.name, symbol: 'none', lineStyle: {width: 1.8},
        data: s.values.map((v, i) => [c.xs[i], v])})),
    }),
    bands: c => {
      const tint = i => colour('c' + (1 + i % 6));
      // A band's outline, there along its high edge and back along its low one.
      const shade = (s, i) => ({
        type: 'custom', name: s.name, silent: true, z: 1, clip: true, data: [[s.xs[0], s.low[0]]], itemStyle: {color: tint(i)},
        renderItem: (params, api) => ({type: 'polygon', style: {fill: tint(i), opacity: 0.16}, shape: {points:
          s.xs.map((x, k) => [x, s.high[k]]).concat(s.xs.map((x, k) => [x, s.low[k]]).reverse())
            .filter(p => p[1] !== null).map(p => api.coord(p))}}),
      });
      const banded = s => s.high.some((v, k) => v !== s.low[k]);
      const every = c.series.flatMap(s => s.low.concat(s.high, s.middle)).filter(v => v !== null && (!c.logY || v > 0));
      const low = Math.min(...every), high = Math.max(...every);
      const rough = ((high - low) || 1) / 5, power = 10 ** Math.floor(Math.log10(rough));
      const step = power * [1, 2, 5, 10].find(n => n * power >= rough);
      const range = c.logY ? {min: 10 ** Math.floor(Math.log10(low)), max: 10 ** Math.ceil(Math.log10(high))}
        : {min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, interval: step};
      return Object.assign(base(), {
        grid: grid({left: 40}), legend: legend({data: c.series.map(s => s.name)}),
        xAxis: valueAxis(c.xAxis, {type: c.logX ? 'log' : 'value', max: 'dataMax',
          min: c.logX ? 'dataMin' : v => v.min > 0 && v.min < 0.1 * v.max ? 0 : v.min,
          axisLabel: Object.assign(words(), {hideOverlap: true, formatter: v => String(+v.toPrecision(3))})}),
        yAxis: valueAxis(c.yAxis, Object.assign({type: c.logY ? 'log' : 'value', nameGap: 48}, range)),
        tooltip: tip({trigger: 'axis', valueFormatter: v => typeof v === 'number' ? v.toPrecision(3) : v}),
        series: c.series.flatMap((s, i) => [
          {type: 'line', name: s.name, symbol: 'none', z: i === 0 ? 4 : 2, itemStyle: {color: tint(i)},
            lineStyle: {width: i === 0 ? 2.4 : 1.2, opacity: i === 0 || c.series.length < 3 ? 1 : 0.7, color: tint(i)},
            data: s.middle.map((v, k) => [s.xs[k], c.logY && v <= 0 ? null : v])},
          ...(banded(s) ? [shade(s, i)] : []),
        ]),
      });
    },
  };

  const redraw = () => {
    drawn.splice(0).forEach(chart => chart.dispose());
    document.querySelectorAll('[data-chart]').forEach(box => {
      const chart = charts[box.dataset.chart];
      const drawing = echarts.init(box, null, {renderer: 'svg'});
      drawing.setOption(draw[chart.kind](chart.content));
      drawn.push(drawing);
    });
  };
  redraw();
  let waiting;
  window.addEventListener('resize', () => { clearTimeout(waiting); waiting = setTimeout(redraw, 120); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  window.matchMedia('print').addEventListener('change', redraw);

  document.querySelectorAll('table').forEach(table => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => head.querySelector('button').addEventListener('click', () => {
      const ascending = head.getAttribute('aria-sort') !== 'ascending';
      heads.forEach(h => h.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      const key = row => {
        const cell = row.cells[column];
        return cell.dataset.order === undefined ? cell.textContent : Number(cell.dataset.order);
      };
      const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b
        : String(a).localeCompare(String(b), 'en', {numeric: true});
      const body = table.tBodies[0];
      const rows = [...body.rows];
      const shown = rows.filter(row => !row.classList.contains('more')).length;
      rows.sort((a, b) => (ascending ? 1 : -1) * compare(key(a), key(b)));
      rows.forEach((row, i) => { row.classList.toggle('more', i >= shown); body.appendChild(row); });
    }));
  });
  document.querySelectorAll('.all').forEach(button => button.addEventListener('click', () => {
    button.previousElementSibling.classList.add('whole');
    button.remove();
  }));
  document.querySelectorAll('.copy').forEach(button => button.addEventListener('click', () => {
    const text = button.nextElementSibling.textContent;
    const done = () => { button.textContent = 'Copied'; setTimeout(() => { button.textContent = 'Copy'; }, 1200); };
    const area = document.createElement('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    done();
  }));
})();
