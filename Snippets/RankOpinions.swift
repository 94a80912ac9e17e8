// Ranks the concerns of a file, in five lines.
import Minyi

let workspace = try Workspace(path: "意见.sqlite")
let outcome = try Pipeline(workspace: workspace).run(["意见.csv"])
for topic in outcome.agenda.topics.prefix(10) { print(topic.rank, topic.label, topic.people) }
try workspace.close()
