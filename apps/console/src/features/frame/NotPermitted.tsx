/** What one sees of a screen whose permission one lacks. */
interface NotPermittedProps {
  readonly role: string;
  /** In words, as `design hunts`. */
  readonly toDo: string;
}

export function NotPermitted({ role, toDo }: NotPermittedProps) {
  return (
    <div className="flex flex-col gap-2">
      <h1 className="text-xl font-medium">Not for your role</h1>
      <p className="text-muted">
        This screen is for those who may {toDo}; your role is {role}. An admin can change it under
        Staff.
      </p>
    </div>
  );
}
