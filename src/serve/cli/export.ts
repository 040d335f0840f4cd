// `casus export`: the events of a store in the layouts of GDELT, ICEWS, POLECAT, PLOVER, and as tables and networks.
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { ProblemError, problem } from '../../records/index.ts';
import { exportFormats } from '../../store/exports/export-events.ts';
import { addStoreOption, openApi } from './api.ts';
import { addFilterOptions, filterQuery } from './queries.ts';

const examples = `
The columns of each layout stand in docs/exports.md.

Examples:
  casus export --format csv --party RUS --from 2024-01-01 > events.csv
  casus export --format parquet --output events.parquet
  casus export --format gdelt --output 20240620.export.CSV
  casus export --format records-parquet --output records.parquet   # casus ingest reads it again`;

type Flags = Readonly<Record<string, unknown>> & { store: string; format: string; output?: string };

export function addExport(program: Command): void {
  addFilterOptions(addStoreOption(program.command('export')))
    .description('write the events of a store as a file in one of the layouts of the field')
    .addOption(new Option('--format <format>', 'the layout').choices(exportFormats).default('csv'))
    .addOption(
      new Option('--compound <way>', 'several actors or recipients: a row a pair, or lists in one row')
        .choices(['explode', 'list'])
        .default('explode'),
    )
    .option('--output <file>', 'write to this file, not to standard output')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      if (flags.format.endsWith('parquet') && flags.output === undefined && process.stdout.isTTY)
        throw new ProblemError([
          problem('missing-option', 'Parquet is not for the terminal', null, 'name a file with --output'),
        ]);
      const api = await openApi(flags);
      try {
        const stream = await api.stream(`/api/export?${filterQuery(flags, 'format', 'compound')}`);
        if (flags.output !== undefined) await pipeline(stream, createWriteStream(flags.output));
        else await pipeline(stream, process.stdout, { end: false });
      } finally {
        await api.close();
      }
    });
}
