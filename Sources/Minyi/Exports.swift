// What a program gets with `import Minyi`.
@_exported public import MinyiAgenda
@_exported public import MinyiFiles
@_exported public import MinyiModel
@_exported public import MinyiReport
@_exported public import MinyiStore
@_exported public import MinyiText
