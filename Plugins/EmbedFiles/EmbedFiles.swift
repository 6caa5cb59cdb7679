import Foundation
import PackagePlugin

/// Gives a target every text file that lies in its folder, as string literals of a generated `EmbeddedFiles`.
///
/// `.embedInCode` makes arrays of bytes, which the compiler takes five seconds over for 50 KB; a literal takes 0.1.
@main
struct EmbedFiles: BuildToolPlugin {
    static let endings: Set<String> = ["mustache", "css", "js", "svg", "yaml", "jsonl", "md", "txt"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        let files = module.sourceFiles.map(\.url).filter { Self.endings.contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embed \(files.count) files in \(target.name)",
                executable: try context.tool(named: "EmbedTool").url,
                arguments: [output.path, module.directoryURL.path] + files.map(\.path),
                inputFiles: files, outputFiles: [output])
        ]
    }
}
