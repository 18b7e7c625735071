// SPDX-License-Identifier: GPL-3.0-or-later
// duckdb.mjs - the same questions to DuckDB, with its own detection of the file:
//
//     node duckdb.mjs run JOB FILE THREADS OUT    J1, J2 or J3; groups to OUT
//     node duckdb.mjs compare JOB FILE OURS       OURS: the csv of outturn series
//
// compare prints one line and ends with 1 when a group is missing, has another
// number of rows, or a sum that is off by more than 1e-12 of itself. NODE_PATH
// is where @duckdb/node-api is installed; the working directory the project's.
import { createRequire } from 'node:module'
const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api')

const comtrade = { areas: ['reporterCode', 'partnerCode'], value: 'primaryValue', period: 'period', scale: 1 }
const baci = { areas: ['i', 'j'], value: 'v', period: 't', scale: 1000, options: ", nullstr = 'NA'" }
const jobs = {
  J1: { ...comtrade, by: { period: 'period', flow: 'flowCode' },
    where: "where reporterCode = 51 and partnerCode = 643 and cmdCode = 'TOTAL'" },
  J2: { ...comtrade,
    by: { reporter: 'reporterCode', partner: 'partnerCode', flow: 'flowCode', period: 'period' } },
  J3: { ...baci, by: { period: 't', reporter: 'i', partner: 'j' } },
}

const query = (job, file) => `
  select ${Object.entries(job.by).map(([name, column]) => `${column} as ${name}_`)},
    sum(${job.value}) as sum, count(${job.value}) as n
  from read_csv('${file}'${job.options ?? ''}) ${job.where ?? ''} group by all`

// Keys as outturn writes them.
const written = {
  period: "case when period_ > 9999 then period_ // 100 || '-' || lpad(period_ % 100 || '', 2, '0') else period_ || '' end",
  flow: "case flow_ when 'X' then 'export' when 'M' then 'import' when 'RX' then 're-export' when 'RM' then 're-import' end",
  reporter: '(select any_value(code) from areas where number = reporter_)',
  partner: '(select any_value(code) from areas where number = partner_)',
}

const comparison = (job, file, ours) => {
  const keys = Object.keys(job.by)
  return `
  with areas as (
    select code, unnest(string_split(concat_ws(';', m49, comtrade), ';')) || '' as digits,
      try_cast(digits as integer) as number
    from read_csv('datasets/codes/areas.csv', all_varchar = true)),
  theirs as (
    select ${keys.map(key => `${written[key]} as ${key}`)}, sum(sum) * ${job.scale} as sum, sum(n) as n
    from (${query(job, file)}) group by all),
  ours as (
    select ${keys}, rows::bigint as n, value::double *
      case unit when 'USD' then 1 when 'USD thousand' then 1e3 when 'USD mn' then 1e6 when 'USD bn' then 1e9 end as sum
    from read_csv('${ours}', all_varchar = true)),
  both_ as (
    select theirs.n as theirs_n, ours.n as ours_n,
      abs(ours.sum - theirs.sum) / greatest(abs(theirs.sum), 1e-300) as off
    from theirs full join ours using (${keys}))
  select count(*), count(*) filter (theirs_n is null), count(*) filter (ours_n is null),
    count(*) filter (theirs_n <> ours_n), 
    count(*) filter (theirs_n is not null and ours_n is not null and coalesce(off > 1e-12, true)), coalesce(max(off), 0)
  from both_`
}

process.on('uncaughtException', error => {
  console.error(`duckdb.mjs: ${error.message}`)
  process.exit(1)
})

const [mode, name, file, ...rest] = process.argv.slice(2)
const job = jobs[name]
if (!job || !['run', 'compare'].includes(mode)) {
  console.error('usage: duckdb.mjs run J1|J2|J3 FILE THREADS OUT\n       duckdb.mjs compare J1|J2|J3 FILE OURS')
  process.exit(2)
}
const threads = mode === 'run' ? rest[0] : '2'
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect()
if (mode === 'run') {
  await connection.run(`copy (${query(job, file)}) to '${rest[1]}' (format csv, header)`)
} else {
  const rows = (await connection.runAndReadAll(comparison(job, file, rest[0]))).getRows()
  const [groups, more, fewer, miscounted, off, most] = rows[0].map(Number)
  console.log(`${name}: ${groups} groups, ${fewer} not in ours, ${more} not in DuckDB's, ` +
    `${miscounted} with another number of rows, ${off} off by more than 1e-12 (at most ${most.toExponential(1)})`)
  process.exitCode = groups > 0 && more + fewer + miscounted + off === 0 ? 0 : 1
}
