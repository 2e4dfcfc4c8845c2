/** Something that can be found. Short names: a browser loads all of them at once. */
export interface Entry {
  /** What it is called: id of an operation, name of a model, title of a page. */
  title: string
  address: string
  /** What it is: "v4", "Model of v4", "Guide". */
  kind: string
  says: string
  /** Paths of an operation, with its verb in front. */
  paths?: readonly string[]
  /** Other words that lead to it: parameters, fields, members. */
  words?: readonly string[]
}
