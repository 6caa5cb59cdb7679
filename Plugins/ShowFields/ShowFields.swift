import Foundation
import PackagePlugin

/// Writes, for every struct that says `Shows`, how a template finds its stored properties by name.
///
/// Reflection would find them too, and take seven tenths of a millisecond for a page.
@main
struct ShowFields: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        let files = module.sourceFiles(withSuffix: ".swift").map(\.url).sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "ShownFields.swift")
        return [
            .buildCommand(
                displayName: "Name the fields that templates read in \(target.name)",
                executable: try context.tool(named: "ShowTool").url,
                arguments: [output.path] + files.map(\.path), inputFiles: files, outputFiles: [output])
        ]
    }
}
