import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Facts that a rule of a style sheet reads: `style={{ '--hue': 150 }}`. */
    [fact: `--${string}`]: string | number | undefined
  }
}
