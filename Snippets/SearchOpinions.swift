// Imports a file and searches it.
import Minyi

let workspace = try Workspace(path: "意见.sqlite")
try workspace.importer().importFile("意见.csv")

var options = SearchOptions()
options.top = 3
let found = try workspace.search(SearchQuery("(渣土车 OR 噪音) NOT 扬尘"), options)
print(found.matches)
for result in found.results { print(result.opinion, result.title) }
try workspace.close()
