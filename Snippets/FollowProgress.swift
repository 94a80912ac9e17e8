// Follows a run as it goes, without blocking the task that waits.
import Minyi

let workspace = try Workspace(path: "意见.sqlite")
let job = Pipeline(workspace: workspace).start(["意见.csv"])
var steps: [Progress.Step] = []
for await progress in job.progress where steps.last != progress.step { steps.append(progress.step) }
let outcome = try await job.value
print(steps.map(\.rawValue).joined(separator: " "))
print(outcome.agenda.topics.count, "topics")
try workspace.close()
