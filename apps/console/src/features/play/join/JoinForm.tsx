'use client';
/** What joining asks for: whom to play with, a code, and names. */
import { useState } from 'react';
import { onSend } from '../../../ui/onSend';
import type { JoinField } from '../client/joinPlay';
import type { PlayClient } from '../client/playClient';
import { Trouble } from '../find/Trouble';
import { BigButton } from '../frame/BigButton';
import { BigField } from '../frame/BigField';
import { DivisionPicker } from './DivisionPicker';
import type { HuntHead } from './huntHead';
import type { Invitation } from './invitation';
import { type JoinFields, useJoin } from './useJoin';
import { type Way, WayPicker } from './WayPicker';

interface JoinFormProps extends Invitation, Pick<HuntHead, 'divisions'> {
  readonly client: PlayClient;
}

export function JoinForm({ client, code = '', teamCode, divisions }: JoinFormProps) {
  const [way, setWay] = useState<Way>(teamCode === undefined ? 'alone' : 'join');
  const [fields, setFields] = useState<JoinFields>({
    code,
    teamCode: teamCode ?? '',
    teamName: '',
    playerName: '',
    division: '',
  });
  const { join, isJoining, refusal } = useJoin(client);
  /** What a field of this name needs, whatever it is called. */
  const field = (name: JoinField) => ({
    name,
    value: fields[name],
    onChange: (value: string) => setFields({ ...fields, [name]: value }),
    wrong: refusal?.field === name ? refusal.says : undefined,
  });
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={onSend(() => void join(way, fields))}
    >
      <WayPicker onPick={setWay} way={way} />
      {way === 'join' ? (
        <BigField
          hint={TEAM_HINT}
          isCapitals
          isCode
          label="Your team’s code"
          {...field('teamCode')}
        />
      ) : (
        <BigField hint={CODE_HINT} isCapitals isCode label="The hunt’s code" {...field('code')} />
      )}
      {way === 'make' && (
        <BigField label="Name of your team" maxLength={64} {...field('teamName')} />
      )}
      {way !== 'join' && divisions.length > 0 && (
        <DivisionPicker
          division={fields.division}
          divisions={divisions}
          onPick={(division) => setFields({ ...fields, division })}
        />
      )}
      <BigField
        hint={way === 'alone' ? ALONE_HINT : NAME_HINT}
        label="Your name"
        maxLength={32}
        {...field('playerName')}
      />
      <Trouble says={refusal?.field === undefined ? refusal?.says : undefined} />
      <BigButton isBusy={isJoining} tone="main" type="submit">
        {isJoining ? 'Joining …' : 'Start playing'}
      </BigButton>
    </form>
  );
}

const TEAM_HINT = 'Eight letters and digits; your team-mates see them under Team.';
const CODE_HINT = 'It stands on the poster or ticket. Capitals make no difference.';
const ALONE_HINT =
  'It stands on the board for all to see. Left empty, you are a solo player there.';
const NAME_HINT = 'Only your team sees it. You may leave it empty.';
