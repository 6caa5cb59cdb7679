import Foundation
import Governance
import Store

extension Organisation {
    /// Sealed with the key for secrets, for one purpose alone.
    func seal(_ value: some Encodable, for purpose: String) throws -> Data {
        do { return try installation.secrets.seal(JSONEncoder().encode(value), for: purpose) } catch is SecretsTrouble {
            throw ActionError.conflict(
                "The key that seals secrets is not where it should be, so nothing was kept. Ask whoever looks after this "
                    + "machine to put it back")
        }
    }

    func opened<Value: Decodable>(_ sealed: Data, for purpose: String) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: installation.secrets.open(sealed, for: purpose)) } catch
        {
            throw ActionError.conflict("What was kept cannot be opened any more. Begin again")
        }
    }
}
