// unanalysed: language
let url = ProcessInfo.processInfo.environment["ACME_URL"]
